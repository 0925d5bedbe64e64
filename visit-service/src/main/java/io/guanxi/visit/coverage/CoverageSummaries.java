package io.guanxi.visit.coverage;

import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.service.book.BookScope;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.visit.coverage.CoverageSummary.ByTier;
import io.guanxi.visit.sql.Select;
import io.guanxi.visit.sql.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Adds up F5. Past months come from the shares that were reckoned; of a month in which nothing has
 * happened to a client yet, the dates alone tell what falls due, and nothing is met.
 */
@ApplicationScoped
class CoverageSummaries {
    private static final String SHARES =
            """
            select s.tier, sum(s.due) as due, sum(s.met) as met
            from (select coalesce(c.months -> ? ->> 'tier', ?) as tier,
                         c.months -> ? ->> 'ownerId' as owner,
                         (c.months -> ? ->> 'due')::int as due,
                         (c.months -> ? ->> 'met')::int as met
                  from coverage c where c.months ? ? and c.reckoned_until >= ?
                  union all
                  select coalesce(c.tier, ?), c.rm_id,
                         (select count(*) from jsonb_each(c.obligations) o
                          where (o.value ->> 'dueAt')::timestamptz <= ?)::int, 0
                  from coverage c where c.reckoned_until < ? and c.due_at <= ?) s
            where s.due > 0 and
            """;

    private final DataSource database;
    private final Rules rules;
    private final ZoneId zone;

    CoverageSummaries(DataSource database, Rules rules, BusinessClock clock) {
        this.database = database;
        this.rules = rules;
        this.zone = clock.zone();
    }

    CoverageSummary of(BookScope scope, String rmId, String unitId, YearMonth month, Instant now) {
        List<ByTier> tiers = tiers(scope, rmId, unitId, month);
        long due = tiers.stream().mapToLong(ByTier::due).sum();
        long met = tiers.stream().mapToLong(ByTier::met).sum();
        return new CoverageSummary(
                month.toString(),
                due,
                met,
                CoverageSummary.ratio(met, due),
                tiers,
                now(scope, rmId, unitId, now));
    }

    /** By owner and tier as at month end: whose month it was, not whose client it is now. */
    private List<ByTier> tiers(BookScope scope, String rmId, String unitId, YearMonth month) {
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        String key = month.toString();
        String firstTier = rules.firstTier();
        Select select =
                new Select(
                        // A question mark of JDBC's is doubled to become PostgreSQL's operator.
                        SHARES.replace("c.months ? ?", "c.months ?? ?"),
                        key,
                        firstTier,
                        key,
                        key,
                        key,
                        key,
                        key,
                        firstTier,
                        end,
                        key,
                        end);
        select.and("(? or s.owner = any(?))", scope.all(), scope.rmIds().toArray(String[]::new));
        select.andIf("s.owner = ?", rmId);
        select.andIf(
                "s.owner in (select staff_id from book_staff where unit_id in "
                        + Units.SUBTREE
                        + ")",
                unitId);
        select.end("group by s.tier order by s.tier");
        return run(
                select,
                row -> {
                    long due = row.getLong("due");
                    long met = row.getLong("met");
                    return new ByTier(
                            row.getString("tier"), due, met, CoverageSummary.ratio(met, due));
                });
    }

    private Map<CoverageState, Long> now(BookScope scope, String rmId, String unitId, Instant now) {
        Select select =
                new Select(
                        """
                        select case when c.due_at <= ? then 'OVERDUE'
                                    when c.opened_at <= ? then 'DUE' else 'MET' end as state,
                               count(*) as clients
                        from coverage c join book_client b on b.client_id = c.client_id
                        where
                        """,
                        now,
                        now);
        select.and("c.due_at is not null");
        select.and(BookScope.onBook("b"), scope);
        select.andIf("b.rm_id = ?", rmId);
        select.andIf("b.unit_id in " + Units.SUBTREE, unitId);
        select.end("group by 1");
        Map<CoverageState, Long> counts = new EnumMap<>(CoverageState.class);
        for (CoverageState state : CoverageState.values()) {
            counts.put(state, 0L);
        }
        run(
                        select,
                        row ->
                                Map.entry(
                                        CoverageState.valueOf(row.getString("state")),
                                        row.getLong("clients")))
                .forEach(e -> counts.put(e.getKey(), e.getValue()));
        return counts;
    }

    private <T> List<T> run(Select select, Select.Row<T> row) {
        try {
            return select.run(database, row);
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
    }
}
