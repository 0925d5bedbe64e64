package io.guanxi.scoring.tiers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.scoring.sql.Batch;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a run has got: kept with its rows, so that a crash at any point is gone on from.
 *
 * @param published whether what changed is to be told
 * @param publishedAfter the last client whose change was told; null before the first
 */
record RunProgress(
        UUID run,
        Instant asOf,
        boolean published,
        List<CohortResult> cohorts,
        UUID publishedAfter) {
    private static final TypeReference<List<CohortResult>> COHORTS = new TypeReference<>() {};
    private static final UUID FIRST = new UUID(0, 0);
    private static final String NEXT =
            """
            select run_id, as_of from tier_run
            where state = 'REQUESTED' order by requested_at, run_id limit 1
            """;
    private static final String FIND =
            """
            select progress.run_id, run.as_of, progress.published, progress.cohorts,
                   progress.published_after
            from tier_run_progress progress join tier_run run on run.run_id = progress.run_id
            where progress.run_id = ?
            """;
    private static final String COMPUTED =
            "insert into tier_run_progress (run_id, published, cohorts) values (?, ?, ?::jsonb)";
    private static final String ADVANCE =
            "update tier_run_progress set published_after = ? where run_id = ?";
    private static final String LATER_RUN =
            "select exists (select 1 from tier_run where published and as_of > ?)";

    /** A run that waits. */
    record Waiting(UUID run, Instant asOf) {}

    static Optional<Waiting> next(Connection connection) throws SQLException {
        try (Batch<Void> batch = Batch.of(connection, NEXT, List.of())) {
            return batch
                    .query(
                            row ->
                                    new Waiting(
                                            row.getObject(1, UUID.class),
                                            Batch.instant(row, "as_of")))
                    .stream()
                    .findFirst();
        }
    }

    static Optional<RunProgress> find(Connection connection, UUID run) throws SQLException {
        try (Batch<Void> batch = Batch.of(connection, FIND, List.of())) {
            return batch.with(run).query(RunProgress::read).stream().findFirst();
        }
    }

    private static RunProgress read(ResultSet row) throws SQLException {
        return new RunProgress(
                row.getObject("run_id", UUID.class),
                Batch.instant(row, "as_of"),
                row.getBoolean("published"),
                cohorts(row.getString("cohorts")),
                row.getObject("published_after", UUID.class));
    }

    static List<CohortResult> cohorts(String json) {
        try {
            return Json.MAPPER.readValue(json, COHORTS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void computed(
            Connection connection, UUID run, boolean published, List<CohortResult> cohorts)
            throws SQLException {
        try (Batch<Void> batch = Batch.of(connection, COMPUTED, List.of())) {
            batch.with(run)
                    .with(published)
                    .with(new String(Json.bytes(cohorts), StandardCharsets.UTF_8))
                    .update();
        }
    }

    /** Whether a run of a later instant was published, so that this one must not be. */
    static boolean overtaken(Connection connection, Instant asOf) throws SQLException {
        try (Batch<Void> batch = Batch.of(connection, LATER_RUN, List.of())) {
            return batch.with(asOf).query(row -> row.getBoolean(1)).getFirst();
        }
    }

    void advance(Connection connection, UUID client) throws SQLException {
        try (Batch<Void> batch = Batch.of(connection, ADVANCE, List.of())) {
            batch.with(client).with(run).update();
        }
    }

    UUID after() {
        return publishedAfter == null ? FIRST : publishedAfter;
    }

    CohortResult cohort(ClientKind kind) {
        return cohorts.stream().filter(cohort -> cohort.cohort() == kind).findFirst().orElseThrow();
    }
}
