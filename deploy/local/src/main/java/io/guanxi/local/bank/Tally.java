package io.guanxi.local.bank;

import java.util.Map;
import java.util.TreeMap;

/** Counts answers by what they said. */
public final class Tally {
    private final Map<String, Long> counts = new TreeMap<>();

    void add(String what, long number) {
        if (number > 0) {
            counts.merge(what, number, Long::sum);
        }
    }

    public long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    public Map<String, Long> counts() {
        return Map.copyOf(counts);
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
