package io.guanxi.local.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;

/**
 * What one round of one side came to.
 *
 * @param perSecond commands or events
 * @param p50Ms how long one took, negative where that makes no sense
 * @param errors anything above 0 makes the row worthless
 * @param count how many commands or events
 */
record Measure(double perSecond, double p50Ms, double p99Ms, long errors, long count) {
    static final long NOT_BEGUN = -1;
    private static final long PATIENCE_MINUTES = 5;
    private static final long LOOK_EVERY_MS = 3;

    /** So many since then. */
    static Measure rate(long count, long startNanos) {
        double perSecond = count / ((System.nanoTime() - startNanos) / 1e9);
        return new Measure(perSecond, -1, -1, 0, count);
    }

    /** What is still to be done, or {@link #NOT_BEGUN}. */
    interface Left {
        long now() throws Exception;
    }

    /**
     * How fast it becomes less, without the time until it begins. If most is done when it is first
     * looked at, that time counts, too: better too slow than a fancy.
     */
    static Measure drain(Left left, long total) throws Exception {
        long asked = System.nanoTime();
        long begin = await(left, now -> now != NOT_BEGUN);
        long start = System.nanoTime();
        await(left, now -> now == 0);
        return begin < total / 2 ? rate(total, asked) : rate(begin, start);
    }

    /** Looks until it is so; at most some minutes. */
    static long await(Left left, LongPredicate until) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        while (true) {
            long now = left.now();
            if (until.test(now)) {
                return now;
            }
            if (System.nanoTime() > end) {
                throw new TimeoutException(now + " are left");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MS));
        }
    }

    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(d -> d).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    static double quantile(long[] sortedNanos, double share) {
        if (sortedNanos.length == 0) {
            return Double.NaN;
        }
        int index = (int) Math.min(sortedNanos.length - 1L, (long) (sortedNanos.length * share));
        return sortedNanos[index] / 1e6;
    }

    static Measure of(long[] nanos, double seconds, long errors) {
        Arrays.sort(nanos);
        return new Measure(
                nanos.length / seconds,
                quantile(nanos, 0.5),
                quantile(nanos, 0.99),
                errors,
                nanos.length);
    }
}
