package io.guanxi.visit.agenda;

import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.service.book.BookScope;
import io.guanxi.kit.service.settings.Settings;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.visit.agenda.Call.Reason;
import io.guanxi.visit.sql.Select;
import io.guanxi.visit.sql.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;

/** VI-09: whom to call on a day: who may leave, who is overdue, who has not been heard of. */
@ApplicationScoped
class CallList {
    private static final String HEAD =
            """
            select b.client_id, b.rm_id, c.tier, c.warn_at, c.due_at, c.last_contact_at,
                   b.since, r.level, r.risk
            from book_client b
            left join coverage c on c.client_id = b.client_id
            left join client_risk r on r.client_id = b.client_id
            where coalesce(c.active, true) and
            """;
    private static final String REASON =
            """
            (r.level in ('HIGH', 'MEDIUM') or c.warn_at <= ?
             or coalesce(c.last_contact_at, b.since) < ?)\
            """;
    private static final String ORDER =
            """
            order by (r.level is not distinct from 'HIGH') desc,
                     (c.due_at is not null and c.due_at <= ?) desc,
                     (r.level is not distinct from 'MEDIUM') desc,
                     c.due_at nulls last, r.risk desc nulls last, b.client_id
            limit ?\
            """;

    private final DataSource database;
    private final Settings settings;
    private final ZoneId zone;

    CallList(DataSource database, Settings settings, BusinessClock clock) {
        this.database = database;
        this.settings = settings;
        this.zone = clock.zone();
    }

    /** A manager's or a unit's calls as of an instant, the weightiest first. */
    List<Call> of(BookScope scope, String rmId, String unitId, Instant at) {
        CallListPolicy policy = settings.get("call-list", CallListPolicy.class);
        Instant silentSince = startOfLast(policy.longUncontactedDays(), at);
        Select select = new Select(HEAD);
        select.and(BookScope.onBook("b"), scope);
        select.and(REASON, at, silentSince);
        select.andIf("b.rm_id = ?", rmId);
        select.andIf("b.unit_id in " + Units.SUBTREE, unitId);
        select.end(ORDER, at, policy.most());
        try {
            return select.run(database, row -> call(row, at, silentSince));
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
    }

    /** "Windows": the last n days are (D−n, D], by the bank's days. */
    private Instant startOfLast(int days, Instant at) {
        return at.atZone(zone).toLocalDate().minusDays(days - 1L).atStartOfDay(zone).toInstant();
    }

    private static Call call(ResultSet row, Instant at, Instant silentSince) throws SQLException {
        return new Call(
                row.getObject("client_id", UUID.class),
                row.getString("rm_id"),
                row.getString("tier"),
                reasons(row, at, silentSince),
                row.getBigDecimal("risk"),
                Select.instant(row, "due_at"),
                Select.instant(row, "last_contact_at"));
    }

    private static List<Reason> reasons(ResultSet row, Instant at, Instant silentSince)
            throws SQLException {
        List<Reason> reasons = new ArrayList<>();
        String level = row.getString("level");
        Instant dueAt = Select.instant(row, "due_at");
        Instant warnAt = Select.instant(row, "warn_at");
        Instant contact = Select.instant(row, "last_contact_at");
        Instant since = Select.instant(row, "since");
        add(reasons, Reason.CHURN_HIGH, Objects.equals(level, "HIGH"));
        add(reasons, Reason.OVERDUE, dueAt != null && !at.isBefore(dueAt));
        add(reasons, Reason.CHURN_MEDIUM, Objects.equals(level, "MEDIUM"));
        add(reasons, Reason.WARNED, warnAt != null && !at.isBefore(warnAt) && at.isBefore(dueAt));
        add(
                reasons,
                Reason.LONG_UNCONTACTED,
                (contact == null ? since : contact).isBefore(silentSince));
        return reasons;
    }

    private static void add(List<Reason> reasons, Reason reason, boolean holds) {
        if (holds) {
            reasons.add(reason);
        }
    }
}
