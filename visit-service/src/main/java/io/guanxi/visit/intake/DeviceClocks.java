package io.guanxi.visit.intake;

import java.time.Duration;

/**
 * The setting {@code device-clocks}.
 *
 * @param toleratedSeconds a clock that is wrong by no more than this is left alone
 * @param absurdHours one that is wrong by more than this is not believed, and only flagged
 */
record DeviceClocks(int toleratedSeconds, int absurdHours) {
    static final String NAME = "device-clocks";

    Duration tolerated() {
        return Duration.ofSeconds(toleratedSeconds);
    }

    Duration absurd() {
        return Duration.ofHours(absurdHours);
    }
}
