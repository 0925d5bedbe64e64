package io.guanxi.notification.obligation;

import io.guanxi.kit.service.bulk.ExportKind;
import io.guanxi.kit.service.security.Role;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.notification.sight.Sights;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The obligations that the caller may see. */
@ApplicationScoped
class ObligationExport implements ExportKind<ObligationJson> {
    private final ObligationQueries obligations;
    private final Sights sights;
    private final BusinessClock clock;

    ObligationExport(ObligationQueries obligations, Sights sights, BusinessClock clock) {
        this.obligations = obligations;
        this.sights = sights;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "obligations";
    }

    @Override
    public Set<Role> readers() {
        return EnumSet.of(
                Role.RM, Role.SUPERVISOR, Role.HEAD, Role.OPERATIONS, Role.SYSTEM, Role.AUDITOR);
    }

    @Override
    public Class<ObligationJson> type() {
        return ObligationJson.class;
    }

    @Override
    public List<ObligationJson> page(String after, int rows) {
        UUID last = after == null ? new UUID(0, 0) : UUID.fromString(after);
        return obligations.after(last, sights.ofCaller(), clock.now(), rows);
    }

    @Override
    public String place(ObligationJson row) {
        return row.id().toString();
    }

    @Override
    public Map<String, Instant> changedAt(List<ObligationJson> rows) {
        return obligations.changedAt(rows.stream().map(this::place).toList());
    }
}
