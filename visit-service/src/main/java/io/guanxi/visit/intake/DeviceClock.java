package io.guanxi.visit.intake;

import io.guanxi.visit.lifecycle.Flags;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * "Sync": sets right the times of a device whose clock is off by more than is tolerated; a clock
 * that is off by far more is not believed to be off but absurd, and only flagged. Nothing happens
 * later than it is received.
 *
 * @param offset what the device's clock is behind ours
 * @param correction what is added to the device's times
 * @param received when the batch came in
 */
record DeviceClock(Duration offset, Duration correction, boolean absurd, Instant received) {

    static DeviceClock of(Instant deviceTime, Instant received, DeviceClocks rules) {
        Duration offset = Duration.between(deviceTime, received);
        boolean absurd = offset.abs().compareTo(rules.absurd()) > 0;
        boolean applies = !absurd && offset.abs().compareTo(rules.tolerated()) > 0;
        return new DeviceClock(offset, applies ? offset : Duration.ZERO, absurd, received);
    }

    /** For what comes straight from a service, whose clock is ours. */
    static DeviceClock exact(Instant received) {
        return new DeviceClock(Duration.ZERO, Duration.ZERO, false, received);
    }

    Instant corrected(Instant deviceInstant) {
        Instant corrected = deviceInstant.plus(correction);
        return (corrected.isAfter(received) ? received : corrected).truncatedTo(ChronoUnit.MICROS);
    }

    List<String> flags() {
        return absurd ? List.of(Flags.CLOCK_ABSURD) : List.of();
    }
}
