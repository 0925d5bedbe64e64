package io.guanxi.scoring.tiers;

import io.guanxi.kit.service.http.Cursor;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.scoring.sql.Batch;
import io.guanxi.scoring.sql.Queries;
import io.guanxi.scoring.sql.Query;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tier runs and what they moved, for answers. */
@ApplicationScoped
class TierRunList {
    private static final List<String> PLACES = List.of("NONE", "A1", "A2", "B1", "B2", "C");

    private final Queries queries;
    private final String baseCurrency;

    TierRunList(Queries queries, @ConfigProperty(name = "guanxi.currency") String baseCurrency) {
        this.queries = queries;
        this.baseCurrency = baseCurrency;
    }

    TierRunView.Row get(UUID run) {
        Query query = Query.of("select * from tier_run where run_id = ?", run);
        return queries.run(connection -> query.list(connection, TierRunList::read)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("tier-run.unknown"));
    }

    Page<TierRunView.Row> list(Paging paging) {
        Query query = Query.of("select * from tier_run where true");
        paging.after(2)
                .ifPresent(
                        keys ->
                                query.and(
                                        "(requested_at, run_id) < (?, ?::uuid)",
                                        instant(keys.get(0)),
                                        uuid(keys.get(1))));
        query.then("order by requested_at desc, run_id desc limit ?", paging.fetch());
        List<TierRunView.Row> rows =
                queries.run(connection -> query.list(connection, TierRunList::read));
        return paging.page(
                rows, run -> new String[] {run.requestedAt().toString(), run.runId().toString()});
    }

    private static TierRunView.Row read(ResultSet row) throws SQLException {
        return new TierRunView.Row(
                row.getObject("run_id", UUID.class),
                TierRunView.State.valueOf(row.getString("state")),
                Batch.instant(row, "as_of"),
                row.getString("requested_by"),
                Batch.instant(row, "requested_at"),
                Batch.instant(row, "completed_at"),
                row.getBoolean("published"),
                RunProgress.cohorts(row.getString("cohorts")));
    }

    MigrationMatrix migrations(UUID run) {
        Query query =
                Query.of(
                        "select coalesce(previous_tier, 'NONE') as origin, tier, count(*) as"
                                + " clients, coalesce(sum(revenue), 0) as revenue from tier_run_score"
                                + " where run_id = ? group by 1, 2",
                        run);
        Map<String, MigrationMatrix.Cell> found = new HashMap<>();
        queries.run(connection -> query.list(connection, TierRunList::cell))
                .forEach(cell -> found.put(cell.from() + cell.to(), cell));
        List<MigrationMatrix.Cell> cells = new ArrayList<>();
        for (String from : PLACES) {
            for (String to : PLACES) {
                cells.add(
                        found.getOrDefault(from + to, new MigrationMatrix.Cell(from, to, 0, "0")));
            }
        }
        return new MigrationMatrix(run, baseCurrency, cells);
    }

    private static MigrationMatrix.Cell cell(ResultSet row) throws SQLException {
        return new MigrationMatrix.Cell(
                row.getString("origin"),
                row.getString("tier"),
                row.getLong("clients"),
                row.getBigDecimal("revenue").toPlainString());
    }

    private static Instant instant(String key) {
        try {
            return Instant.parse(key);
        } catch (DateTimeException e) {
            throw Cursor.invalid();
        }
    }

    private static UUID uuid(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }
}
