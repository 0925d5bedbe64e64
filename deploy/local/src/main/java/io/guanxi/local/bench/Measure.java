package io.guanxi.local.bench;

import java.util.Arrays;
import java.util.List;

/**
 * What one round of one side came to.
 *
 * @param perSecond commands or events
 * @param p50Ms how long one took, negative where that makes no sense
 * @param errors anything above 0 makes the row worthless
 */
record Measure(double perSecond, double p50Ms, double p99Ms, long errors) {

    static Measure rate(double perSecond) {
        return new Measure(perSecond, -1, -1, 0);
    }

    /** So many since then. */
    static Measure rate(int count, long startNanos) {
        return rate(count / ((System.nanoTime() - startNanos) / 1e9));
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
                nanos.length / seconds, quantile(nanos, 0.5), quantile(nanos, 0.99), errors);
    }
}
