package io.guanxi.local.bench;

import io.guanxi.kit.eventsourcing.Consumers;
import io.guanxi.kit.eventsourcing.PostgresEventStore;
import io.guanxi.kit.eventsourcing.RebuildStatus;
import io.guanxi.kit.eventsourcing.Rebuilds;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** A read model folded from all streams beside the live one, the switch included. */
final class RebuildBench {
    private static final int EVENTS_A_STREAM = 5;
    private static final String VIEW = "bench_view";

    private final BenchServers servers;
    private final int events;

    RebuildBench(BenchServers servers, int events) {
        this.servers = servers;
        this.events = events;
    }

    /** Stores streams of a few events each, as most streams are, in the order of their arrival. */
    void store() throws SQLException {
        int streams = events / EVENTS_A_STREAM;
        servers.execute(
                """
                CREATE TEMPORARY TABLE made AS SELECT uuidv7() AS id FROM generate_series(1, %d);
                INSERT INTO stream SELECT id, 'bench', %d FROM made;
                INSERT INTO event (stream_id, version, key, partition, type, schema_ver, command_id, occurred_at, recorded_at, data, meta)
                SELECT id, v, id, abs(hashtext(id::text)) %% 24, 'bench-noted', 1, uuidv7(), now(), now(), '{"text":"%s"}', '{"actor":"S-0001"}'
                FROM generate_series(1, %d) AS v, made;
                """
                        .formatted(streams, EVENTS_A_STREAM, BenchThing.TEXT, EVENTS_A_STREAM));
        servers.execute("ANALYZE event; ANALYZE stream; CHECKPOINT");
    }

    Measure view() throws Exception {
        Consumers.Configuration configuration =
                new Consumers.Configuration(
                        "bench-rebuild", servers.pool(), servers.kafka(), () -> Instant.EPOCH);
        try (PostgresEventStore store = new PostgresEventStore(servers.pool(), null);
                Rebuilds rebuilds =
                        new Rebuilds(configuration, store, List.of(BenchThing.VIEWED), List.of())) {
            long start = System.nanoTime();
            rebuilds.start(VIEW);
            Measure.await(() -> running(rebuilds) ? 1 : 0, left -> left == 0);
            RebuildStatus status = rebuilds.status().getFirst();
            if (status.state() != RebuildStatus.State.SWITCHED) {
                throw new IllegalStateException(status.error());
            }
            return Measure.rate(status.done(), start);
        }
    }

    private static boolean running(Rebuilds rebuilds) {
        return rebuilds.status().getFirst().state() == RebuildStatus.State.RUNNING;
    }
}
