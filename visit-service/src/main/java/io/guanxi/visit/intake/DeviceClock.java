package io.guanxi.visit.intake;

import io.guanxi.visit.lifecycle.Flags;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * "Sync": sets right the times of a device whose clock is off by more than two minutes; a clock
 * that is more than a day off is not believed to be off but absurd, and only flagged. Nothing
 * happens later than it is received.
 *
 * @param offset what must be added to the device's times
 * @param received when the batch came in
 */
record DeviceClock(Duration offset, boolean absurd, Instant received) {
    private static final Duration TOLERATED = Duration.ofMinutes(2);
    private static final Duration LARGEST = Duration.ofHours(24);

    static DeviceClock of(Instant deviceTime, Instant received) {
        Duration offset = Duration.between(deviceTime, received);
        return new DeviceClock(offset, offset.abs().compareTo(LARGEST) > 0, received);
    }

    /** For what comes straight from a service, whose clock is ours. */
    static DeviceClock exact(Instant received) {
        return new DeviceClock(Duration.ZERO, false, received);
    }

    Instant corrected(Instant deviceInstant) {
        boolean applies = !absurd && offset.abs().compareTo(TOLERATED) > 0;
        Instant corrected = applies ? deviceInstant.plus(offset) : deviceInstant;
        return (corrected.isAfter(received) ? received : corrected).truncatedTo(ChronoUnit.MICROS);
    }

    List<String> flags() {
        return absurd ? List.of(Flags.CLOCK_ABSURD) : List.of();
    }
}
