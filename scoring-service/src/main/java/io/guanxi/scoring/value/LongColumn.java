package io.guanxi.scoring.value;

import java.util.Arrays;

/** A growing column of whole numbers, 0 where none was set. */
public final class LongColumn {
    private static final int FIRST_CAPACITY = 1_024;

    private long[] values = {};

    public void set(int row, long value) {
        if (row >= values.length) {
            int grown = Math.max(FIRST_CAPACITY, values.length + values.length / 2);
            values = Arrays.copyOf(values, Math.max(row + 1, grown));
        }
        values[row] = value;
    }

    public long get(int row) {
        return row < values.length ? values[row] : 0;
    }
}
