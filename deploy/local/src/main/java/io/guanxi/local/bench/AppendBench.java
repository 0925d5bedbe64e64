package io.guanxi.local.bench;

import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.PostgresEventStore;
import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.eventsourcing.Uuids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** Callers who each wait for their command to be durable before they send the next. */
final class AppendBench {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final int MOST = 400_000;
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

    private interface Call {
        void by(int caller);
    }

    private Measure run(Call call) throws InterruptedException {
        long[][] taken = new long[callers][];
        long[] errors = new long[callers];
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            int caller = i;
            threads.add(
                    Thread.ofPlatform()
                            .start(() -> taken[caller] = loop(call, caller, errors, go)));
        }
        long start = System.nanoTime();
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        double took = (System.nanoTime() - start) / 1e9;
        long[] all = Arrays.stream(taken).flatMapToLong(Arrays::stream).toArray();
        return Measure.of(all, took, Arrays.stream(errors).sum());
    }

    private long[] loop(Call call, int caller, long[] errors, CountDownLatch go) {
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new long[0];
        }
        long[] taken = new long[1024];
        int count = 0;
        long end = System.nanoTime() + (long) (seconds * 1e9);
        for (long begin = System.nanoTime(); begin < end && count < MOST; ) {
            try {
                call.by(caller);
                long now = System.nanoTime();
                if (count == taken.length) {
                    taken = Arrays.copyOf(taken, taken.length * 2);
                }
                taken[count++] = now - begin;
                begin = now;
            } catch (StoreException e) {
                errors[caller]++;
                begin = System.nanoTime();
            }
        }
        return Arrays.copyOf(taken, count);
    }
}
