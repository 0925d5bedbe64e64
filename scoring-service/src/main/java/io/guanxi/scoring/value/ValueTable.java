package io.guanxi.scoring.value;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** The inputs of a cohort, column by column: a million clients fit into some 70 MB. */
public final class ValueTable {
    private static final int FIRST_CAPACITY = 1_024;

    private int size;
    private long[] idHigh = new long[FIRST_CAPACITY];
    private long[] idLow = new long[FIRST_CAPACITY];
    private final Map<Factor, Column> columns = new EnumMap<>(Factor.class);

    private static final class Column {
        private final BitSet present = new BitSet();
        private final LongColumn values = new LongColumn();

        void set(int row, long value) {
            values.set(row, value);
            present.set(row);
        }

        long[] all() {
            return present.stream().mapToLong(values::get).toArray();
        }
    }

    public ValueTable() {
        for (Factor factor : Factor.values()) {
            columns.put(factor, new Column());
        }
    }

    /** Adds a client without inputs and answers its row. */
    public int add(UUID client) {
        if (size == idHigh.length) {
            int capacity = size + size / 2;
            idHigh = Arrays.copyOf(idHigh, capacity);
            idLow = Arrays.copyOf(idLow, capacity);
        }
        idHigh[size] = client.getMostSignificantBits();
        idLow[size] = client.getLeastSignificantBits();
        return size++;
    }

    public void set(int row, Factor factor, long value) {
        columns.get(factor).set(row, value);
    }

    public int size() {
        return size;
    }

    public UUID client(int row) {
        return new UUID(idHigh[row], idLow[row]);
    }

    public boolean has(int row, Factor factor) {
        return columns.get(factor).present.get(row);
    }

    public OptionalLong value(int row, Factor factor) {
        return has(row, factor) ? OptionalLong.of(number(row, factor)) : OptionalLong.empty();
    }

    /** The input as a number, 0 where there is none. */
    long number(int row, Factor factor) {
        return columns.get(factor).values.get(row);
    }

    /** All inputs of a factor that are there. */
    long[] column(Factor factor) {
        return columns.get(factor).all();
    }

    /** Orders two clients by their ids as text; {@link UUID#compareTo} would compare signed. */
    int compareIds(int left, int right) {
        int high = Long.compareUnsigned(idHigh[left], idHigh[right]);
        return high != 0 ? high : Long.compareUnsigned(idLow[left], idLow[right]);
    }
}
