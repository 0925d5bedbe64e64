package io.guanxi.kit.service.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kit.testing.Eventually;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimersTest {
    private static final Duration GENEROUS = Duration.ofSeconds(20);
    private final Timers timers = new Timers();
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void stop() {
        timers.stop();
    }

    @Test
    void work_comes_round_though_it_fails() {
        timers.every(
                "failing",
                Duration.ofMillis(5),
                () -> {
                    runs.incrementAndGet();
                    throw new IllegalStateException("once more");
                });
        Eventually.within(GENEROUS, () -> runs.get() > 3);
    }

    @Test
    void a_poke_does_not_wait_for_the_pause() {
        timers.every("hourly", Duration.ofHours(1), runs::incrementAndGet);
        Eventually.within(GENEROUS, () -> runs.get() == 1);
        timers.pokeAll();
        Eventually.within(GENEROUS, () -> runs.get() == 2);
        timers.poke("hourly");
        Eventually.within(GENEROUS, () -> runs.get() == 3);
    }

    @Test
    void a_name_is_given_once() {
        timers.every("twice", Duration.ofHours(1), runs::incrementAndGet);
        assertThatThrownBy(() -> timers.every("twice", Duration.ofHours(1), runs::incrementAndGet))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
