package io.guanxi.notification.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.testing.DeciderSpec;
import io.guanxi.notification.routing.Band;
import io.guanxi.notification.standing.StandingCommand.LearnBand;
import io.guanxi.notification.standing.StandingCommand.LearnRisk;
import io.guanxi.notification.standing.StandingEvent.StandingChanged;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingDeciderTest {
    private static final UUID CLIENT = UUID.fromString("0197a3c2-0000-7000-8000-000000000001");

    private final DeciderSpec<StandingCommand, Standing, StandingEvent> standing =
            DeciderSpec.of(new StandingDecider());

    @Test
    void a_client_of_tier_C_without_risk_is_nothing_new() {
        standing.when(new LearnBand(CLIENT, Band.OTHER)).thenNothing();
        standing.when(new LearnRisk(CLIENT, false)).thenNothing();
    }

    @Test
    void CH_05_an_A_or_B_client_at_high_risk_is_the_supervisors_affair() {
        Standing state =
                standing.given(new StandingChanged(CLIENT, Band.B, false))
                        .when(new LearnRisk(CLIENT, true))
                        .then(new StandingChanged(CLIENT, Band.B, true))
                        .state();
        assertThat(state.valuableAtRisk()).isTrue();
    }

    @Test
    void CH_05_a_client_at_risk_that_turns_out_to_be_an_A_client_is_one_too() {
        Standing state =
                standing.given(new StandingChanged(CLIENT, Band.OTHER, true))
                        .when(new LearnBand(CLIENT, Band.A))
                        .then(new StandingChanged(CLIENT, Band.A, true))
                        .state();
        assertThat(state.valuableAtRisk()).isTrue();
    }

    @Test
    void the_same_again_is_not_recorded() {
        standing.given(new StandingChanged(CLIENT, Band.A, true))
                .when(new LearnRisk(CLIENT, true))
                .thenNothing();
    }
}
