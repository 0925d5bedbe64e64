package io.guanxi.client.staff;

import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.service.bulk.ExportKind;
import io.guanxi.kit.service.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The members of staff, for everybody; names for colleagues only. */
@ApplicationScoped
class StaffExport implements ExportKind<StaffCard> {
    private final EventStore store;
    private final StaffMembers members;

    StaffExport(EventStore store, StaffMembers members) {
        this.store = store;
        this.members = members;
    }

    @Override
    public String name() {
        return "staff";
    }

    @Override
    public Set<Role> readers() {
        return EnumSet.allOf(Role.class);
    }

    @Override
    public Class<StaffCard> type() {
        return StaffCard.class;
    }

    @Override
    public List<StaffCard> page(String after, int rows) {
        return StaffRow.<StaffRow>find("staffId > ?1 order by staffId", after == null ? "" : after)
                .page(0, rows)
                .list()
                .stream()
                .map(row -> members.card(row.details, row.name))
                .toList();
    }

    @Override
    public String place(StaffCard row) {
        return row.id();
    }

    @Override
    public Map<String, Instant> changedAt(List<StaffCard> rows) {
        Map<UUID, Instant> streams =
                store.changedAt(rows.stream().map(row -> Ids.staff(row.id())).toList());
        Map<String, Instant> changed = new HashMap<>();
        rows.forEach(row -> changed.put(row.id(), streams.get(Ids.staff(row.id()))));
        return changed;
    }
}
