package io.guanxi.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import io.guanxi.kit.eventsourcing.Refusal;
import org.junit.jupiter.api.Test;

class DeciderSpecTest {
    private static final int CAPACITY = 2;

    private record Fill(int by) {}

    private record Filled(int by) {}

    private enum Full implements Refusal {
        GLASS_FULL;

        @Override
        public String code() {
            return "glass.full";
        }

        @Override
        public String detail() {
            return "The glass is full.";
        }
    }

    private static final class Glass implements Decider<Fill, Integer, Filled> {
        @Override
        public Integer initialState() {
            return 0;
        }

        @Override
        public Decision<Filled> decide(Fill command, Integer level) {
            if (command.by() == 0) {
                return Decision.accept();
            }
            return level + command.by() > CAPACITY
                    ? Decision.refuse(Full.GLASS_FULL)
                    : Decision.accept(new Filled(command.by()));
        }

        @Override
        public Integer evolve(Integer level, Filled event) {
            return level + event.by();
        }
    }

    private final DeciderSpec<Fill, Integer, Filled> glass = DeciderSpec.of(new Glass());

    @Test
    void tells_the_events_that_happen() {
        int level = glass.given(new Filled(1)).when(new Fill(1)).then(new Filled(1)).state();
        assertThat(level).isEqualTo(2);
    }

    @Test
    void tells_a_refusal_from_an_empty_answer() {
        glass.given(new Filled(2)).when(new Fill(1)).thenRefused(Full.GLASS_FULL);
        glass.when(new Fill(0)).thenNothing();
        assertThatThrownBy(() -> glass.when(new Fill(1)).thenNothing())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("but was");
    }
}
