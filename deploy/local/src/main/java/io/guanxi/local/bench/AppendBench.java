package io.guanxi.local.bench;

import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.PostgresEventStore;
import io.guanxi.kit.eventsourcing.Uuids;
import java.time.Instant;
import java.util.UUID;

/** Callers who each wait for their command to be durable before they send the next. */
final class AppendBench {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final int USUAL_LENGTH = 10;

    private final BenchServers servers;
    private final int callers;
    private final double seconds;

    AppendBench(BenchServers servers, int callers, double seconds) {
        this.servers = servers;
        this.callers = callers;
        this.seconds = seconds;
    }

    /** Every command makes a stream of its own. */
    Measure newStreams(Aggregate<BenchThing.Note, ?, ?> aggregate) throws InterruptedException {
        try (PostgresEventStore store = new PostgresEventStore(servers.pool(), null)) {
            return run((_) -> create(store, aggregate));
        }
    }

    /** Every caller writes on to streams of its own, each until it is as long as most are. */
    Measure existingStreams() throws InterruptedException {
        try (PostgresEventStore store = new PostgresEventStore(servers.pool(), null)) {
            UUID[] streams = new UUID[callers];
            int[] lengths = new int[callers];
            return run(
                    caller -> {
                        if (lengths[caller]++ % USUAL_LENGTH == 0) {
                            streams[caller] = Uuids.v7();
                        }
                        store.execute(
                                context(),
                                BenchThing.PLAIN,
                                streams[caller],
                                new BenchThing.Note(BenchThing.TEXT));
                    });
        }
    }

    private static void create(
            PostgresEventStore store, Aggregate<BenchThing.Note, ?, ?> aggregate) {
        UUID id = Uuids.v7();
        store.execute(
                context(),
                id,
                session -> session.create(aggregate, id, new BenchThing.Note(BenchThing.TEXT)));
    }

    private static CommandContext context() {
        return CommandContext.of(Uuids.v7(), "S-0001", NOW);
    }

    private Measure run(Callers.Call call) throws InterruptedException {
        return Callers.run(callers, seconds, call);
    }
}
