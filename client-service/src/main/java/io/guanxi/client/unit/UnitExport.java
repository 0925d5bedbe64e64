package io.guanxi.client.unit;

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

/** The tree of units, for everybody. */
@ApplicationScoped
class UnitExport implements ExportKind<UnitBody> {
    private final EventStore store;

    UnitExport(EventStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "units";
    }

    @Override
    public Set<Role> readers() {
        return EnumSet.allOf(Role.class);
    }

    @Override
    public Class<UnitBody> type() {
        return UnitBody.class;
    }

    @Override
    public List<UnitBody> page(String after, int rows) {
        return UnitRow.<UnitRow>find("unitId > ?1 order by unitId", after == null ? "" : after)
                .page(0, rows)
                .list()
                .stream()
                .map(UnitRow::shown)
                .toList();
    }

    @Override
    public String place(UnitBody row) {
        return row.id();
    }

    @Override
    public Map<String, Instant> changedAt(List<UnitBody> rows) {
        Map<UUID, Instant> streams =
                store.changedAt(rows.stream().map(row -> Ids.unit(row.id())).toList());
        Map<String, Instant> changed = new HashMap<>();
        rows.forEach(row -> changed.put(row.id(), streams.get(Ids.unit(row.id()))));
        return changed;
    }
}
