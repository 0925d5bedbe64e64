package io.guanxi.visit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.visit.lifecycle.Flags;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** "Sync", by its boundary numbers. */
class DeviceClockTest {
    private static final DeviceClocks RULES = new DeviceClocks(120, 24);
    private static final Instant RECEIVED = Instant.parse("2026-03-10T02:00:00Z");
    private static final Instant WRITTEN = RECEIVED.minus(Duration.ofHours(3));

    @Test
    void a_clock_two_minutes_slow_is_left_alone_and_one_slower_is_set_right() {
        assertThat(behind(Duration.ofMinutes(2)).corrected(WRITTEN)).isEqualTo(WRITTEN);
        Duration more = Duration.ofMinutes(2).plusMillis(1);
        assertThat(behind(more).corrected(WRITTEN)).isEqualTo(WRITTEN.plus(more));
        assertThat(behind(more.negated()).corrected(WRITTEN)).isEqualTo(WRITTEN.minus(more));
    }

    @Test
    void a_clock_a_day_off_is_set_right_and_one_further_off_is_absurd() {
        Duration day = Duration.ofHours(24);
        assertThat(behind(day).corrected(WRITTEN.minus(day))).isEqualTo(WRITTEN);
        assertThat(behind(day).flags()).isEmpty();
        DeviceClock absurd = behind(day.plusMillis(1));
        assertThat(absurd.corrected(WRITTEN)).isEqualTo(WRITTEN);
        assertThat(absurd.flags()).containsExactly(Flags.CLOCK_ABSURD);
    }

    @Test
    void nothing_happens_later_than_it_is_received() {
        assertThat(behind(Duration.ZERO).corrected(RECEIVED.plusSeconds(60))).isEqualTo(RECEIVED);
    }

    private static DeviceClock behind(Duration offset) {
        return DeviceClock.of(RECEIVED.minus(offset), RECEIVED, RULES);
    }
}
