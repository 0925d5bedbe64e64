package io.guanxi.notification.alert;

import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.service.bulk.ExportKind;
import io.guanxi.kit.service.security.Role;
import io.guanxi.notification.sight.Sights;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The alerts that the caller may see. */
@ApplicationScoped
class AlertExport implements ExportKind<AlertJson> {
    private final AlertQueries alerts;
    private final Sights sights;
    private final EventStore store;

    AlertExport(AlertQueries alerts, Sights sights, EventStore store) {
        this.alerts = alerts;
        this.sights = sights;
        this.store = store;
    }

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public Set<Role> readers() {
        return EnumSet.of(
                Role.RM, Role.SUPERVISOR, Role.HEAD, Role.OPERATIONS, Role.SYSTEM, Role.AUDITOR);
    }

    @Override
    public Class<AlertJson> type() {
        return AlertJson.class;
    }

    @Override
    public List<AlertJson> page(String after, int rows) {
        UUID last = after == null ? new UUID(0, 0) : UUID.fromString(after);
        return alerts.after(last, sights.ofCaller(), rows).stream().map(AlertJson::of).toList();
    }

    @Override
    public String place(AlertJson row) {
        return row.id().toString();
    }

    @Override
    public Map<String, Instant> changedAt(List<AlertJson> rows) {
        Map<String, Instant> changed = new HashMap<>();
        store.changedAt(rows.stream().map(AlertJson::id).toList())
                .forEach((id, at) -> changed.put(id.toString(), at));
        return changed;
    }
}
