package io.guanxi.local.demo;

import java.util.List;

/** How long something took each time, in milliseconds. */
public record Latency(List<Double> millis) {
    public Latency {
        millis = millis.stream().sorted().toList();
    }

    boolean measured() {
        return !millis.isEmpty();
    }

    double median() {
        return millis.get(millis.size() / 2);
    }

    double highest() {
        return millis.getLast();
    }
}
