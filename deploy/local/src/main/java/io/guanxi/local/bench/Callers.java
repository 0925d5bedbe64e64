package io.guanxi.local.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * So many at once, each of whom waits for the answer before asking again. As many as the yardstick
 * has clients are threads; of more, all are virtual ones, else the row would measure how the
 * machine wakes a thousand threads: {@code pgbench}, too, holds all its clients on two.
 */
final class Callers {
    private static final int MOST = 400_000;
    private static final int MOST_THREADS = 64;

    private Callers() {}

    /** What a caller does again and again; throws when it went wrong. */
    interface Call {
        void by(int caller);
    }

    static Measure run(int callers, double seconds, Call call) throws InterruptedException {
        long[][] taken = new long[callers][];
        long[] errors = new long[callers];
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            int caller = i;
            threads.add(
                    (callers > MOST_THREADS ? Thread.ofVirtual() : Thread.ofPlatform())
                            .start(() -> taken[caller] = loop(call, caller, seconds, errors, go)));
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

    private static long[] loop(
            Call call, int caller, double seconds, long[] errors, CountDownLatch go) {
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
            } catch (RuntimeException e) {
                errors[caller]++;
                begin = System.nanoTime();
            }
        }
        return Arrays.copyOf(taken, count);
    }
}
