package io.guanxi.local.chaos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the checker counted, and what was broken. */
final class Findings {
    private static final int SHOWN = 10;

    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();

    void count(String what, long number) {
        counts.put(what, number);
    }

    void broken(String what) {
        broken.add(what);
    }

    void equal(Object expected, Object found, String of) {
        if (!expected.equals(found)) {
            broken("%s: expected %s, found %s".formatted(of, expected, found));
        }
    }

    boolean sound() {
        return broken.isEmpty();
    }

    Map<String, Long> counts() {
        return Map.copyOf(counts);
    }

    List<String> broken() {
        return List.copyOf(broken);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        counts.forEach((what, number) -> lines.add("  %,10d  %s".formatted(number, what)));
        broken.stream().limit(SHOWN).forEach(b -> lines.add("  BROKEN  " + b));
        if (broken.size() > SHOWN) {
            lines.add("  BROKEN  and " + (broken.size() - SHOWN) + " more");
        }
        return lines;
    }
}
