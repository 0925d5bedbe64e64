package io.guanxi.scoring.tiers;

import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.contracts.scores.Tier;
import io.guanxi.scoring.sql.Batch;
import io.guanxi.scoring.value.Factor;
import io.guanxi.scoring.value.ValueScores;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A run's rows, read back as receipts. */
final class RunRows {
    private static final String COLUMNS =
            "client_id, cohort, tier, previous_tier, provisional, score, rank, factor, value,"
                    + " points, facts, newest_at";
    private static final String CHANGED =
            "select "
                    + COLUMNS
                    + " from tier_run_score where run_id = ? and changed and client_id > ?"
                    + " order by client_id limit ?";
    private static final String LATEST =
            "select run.run_id, "
                    + COLUMNS
                    + " from tier_run_score score join tier_run run on run.run_id = score.run_id"
                    + " where score.client_id = ? and run.state = 'COMPLETED' and run.published"
                    + " order by run.as_of desc, run.completed_at desc limit 1";
    private static final int POINT_DECIMALS = 4;

    private RunRows() {}

    /** A row as it was stored. */
    record Stored(
            UUID client,
            ClientKind cohort,
            Tier tier,
            Tier previousTier,
            boolean provisional,
            BigDecimal score,
            Integer rank,
            List<Line> lines) {}

    /** One factor of a stored row. */
    record Line(Factor factor, BigDecimal value, BigDecimal points, int facts, Instant newestAt) {}

    /** A stored row with the run it comes from. */
    record OfRun(UUID run, Stored row) {}

    static List<Stored> changed(Connection connection, UUID run, UUID after, int limit)
            throws SQLException {
        try (Batch<Void> batch = Batch.of(connection, CHANGED, List.of())) {
            return batch.with(run).with(after).with(limit).query(RunRows::stored);
        }
    }

    static Optional<OfRun> latest(Connection connection, UUID client) throws SQLException {
        try (Batch<Void> batch = Batch.of(connection, LATEST, List.of())) {
            return batch
                    .with(client)
                    .query(row -> new OfRun(row.getObject("run_id", UUID.class), stored(row)))
                    .stream()
                    .findFirst();
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        long score = row.getLong("score");
        boolean scored = !row.wasNull();
        return new Stored(
                row.getObject("client_id", UUID.class),
                ClientKind.valueOf(row.getString("cohort")),
                Tier.valueOf(row.getString("tier")),
                RunCohort.tier(row.getString("previous_tier")),
                row.getBoolean("provisional"),
                scored ? ValueScores.decimal(score) : null,
                row.getObject("rank", Integer.class),
                lines(row));
    }

    private static List<Line> lines(ResultSet row) throws SQLException {
        String[] factors = (String[]) row.getArray("factor").getArray();
        BigDecimal[] values = (BigDecimal[]) row.getArray("value").getArray();
        Integer[] points = (Integer[]) row.getArray("points").getArray();
        Integer[] facts = (Integer[]) row.getArray("facts").getArray();

        Timestamp[] newest = (Timestamp[]) row.getArray("newest_at").getArray();
        List<Line> lines = new ArrayList<>(factors.length);
        for (int i = 0; i < factors.length; i++) {
            lines.add(
                    new Line(
                            Factor.valueOf(factors[i]),
                            values[i],
                            BigDecimal.valueOf(points[i], POINT_DECIMALS),
                            facts[i],
                            newest[i] == null ? null : newest[i].toInstant()));
        }
        return lines;
    }
}
