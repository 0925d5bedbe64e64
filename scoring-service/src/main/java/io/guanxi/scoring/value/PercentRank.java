package io.guanxi.scoring.value;

import java.util.Arrays;

/**
 * Points of one input over the clients that have it: the share of the others with less, in units of
 * 0.0001, rounded half up in whole numbers.
 */
final class PercentRank {
    private static final int ALONE = 500_000;
    private static final long FULL = 1_000_000;

    private final long[] sorted;

    /** Takes the values as they are; sorts the array in place. */
    PercentRank(long[] values) {
        Arrays.sort(values);
        this.sorted = values;
    }

    int points(long value) {
        int others = sorted.length - 1;
        if (others == 0) {
            return ALONE;
        }
        return Math.toIntExact((2 * FULL * less(value) + others) / (2L * others));
    }

    private int less(long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
