package io.guanxi.client.access;

import java.time.Instant;
import java.util.Optional;

/** From an instant until just before another. */
record Interval(Instant from, Instant until) {

    Optional<Interval> within(Interval other) {
        Instant later = from.isAfter(other.from) ? from : other.from;
        Instant earlier = until.isBefore(other.until) ? until : other.until;
        return later.isBefore(earlier)
                ? Optional.of(new Interval(later, earlier))
                : Optional.empty();
    }
}
