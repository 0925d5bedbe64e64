package io.guanxi.notification.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.alerts.AlertReasons;
import io.guanxi.contracts.obligations.ObligationResult;
import io.guanxi.contracts.obligations.ObligationState;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final UUID ID = new UUID(0, 1);
    private static final Instant DUE = Instant.parse("2026-04-30T16:00:00Z");
    private static final Instant NEXT = Instant.parse("2026-05-31T16:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-10T02:30:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-29T02:30:00Z");
    private static final Instant LEARNED = Instant.parse("2026-05-02T02:30:00Z");

    @Test
    void an_alert_holds_while_its_due_instant_stands() {
        assertThat(Outcome.of(alert(null), obligation(ObligationState.OPEN, DUE, MARCH))).isEmpty();
    }

    @Test
    void VI_06_a_visit_reported_late_meets_it_with_both_times() {
        assertThat(Outcome.of(alert(null), obligation(ObligationState.OPEN, NEXT, APRIL)))
                .contains(new Outcome(AlertReasons.MET, APRIL, LEARNED));
    }

    @Test
    void VI_06_a_judgement_says_more_than_the_move() {
        Instant metAt = APRIL.minus(Duration.ofHours(1));
        StandingAlert judged =
                new StandingAlert(ID, DUE, MARCH, ObligationResult.LATE, metAt, LEARNED);
        assertThat(Outcome.of(judged, obligation(ObligationState.OPEN, NEXT, APRIL)))
                .contains(new Outcome(AlertReasons.MET, metAt, LEARNED));
    }

    @Test
    void VI_06_a_due_instant_moved_by_another_tier_fell_to_a_changed_rule() {
        assertThat(Outcome.of(alert(null), obligation(ObligationState.OPEN, NEXT, MARCH)))
                .contains(new Outcome(AlertReasons.RULE_CHANGED, null, null));
    }

    @Test
    void
            VI_06_a_due_instant_that_was_withdrawn_fell_to_a_changed_rule_in_spite_of_a_newer_contact() {
        assertThat(
                        Outcome.of(
                                alert(ObligationResult.CANCELLED),
                                obligation(ObligationState.OPEN, NEXT, APRIL)))
                .contains(new Outcome(AlertReasons.RULE_CHANGED, null, null));
    }

    @Test
    void an_obligation_given_up_or_paused_is_said_to_be() {
        assertThat(Outcome.of(alert(null), obligation(ObligationState.CANCELLED, DUE, MARCH)))
                .contains(new Outcome(AlertReasons.CANCELLED, null, null));
        assertThat(Outcome.of(alert(null), obligation(ObligationState.PAUSED, DUE, MARCH)))
                .contains(new Outcome(AlertReasons.PAUSED, null, null));
    }

    private static StandingAlert alert(ObligationResult result) {
        return new StandingAlert(ID, DUE, MARCH, result, null, null);
    }

    private static MovedObligation obligation(
            ObligationState state, Instant dueAt, Instant contactAt) {
        return new MovedObligation(ID, state, dueAt, null, null, LEARNED, contactAt);
    }
}
