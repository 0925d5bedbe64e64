package io.guanxi.notification.alert;

import static io.guanxi.notification.alert.AlertExamples.BREACH;
import static io.guanxi.notification.alert.AlertExamples.NOW;
import static io.guanxi.notification.alert.AlertRefusal.ALREADY_RESOLVED;
import static io.guanxi.notification.alert.AlertRefusal.NOT_RAISED;
import static io.guanxi.notification.alert.AlertRefusal.NOT_RESOLVED;
import static io.guanxi.notification.alert.AlertRefusal.SNOOZE_OUT_OF_RANGE;

import io.guanxi.contracts.alerts.AlertReasons;
import io.guanxi.kit.testing.DeciderSpec;
import io.guanxi.notification.alert.AlertCommand.AcknowledgeAlert;
import io.guanxi.notification.alert.AlertCommand.EscalateAlert;
import io.guanxi.notification.alert.AlertCommand.RaiseAlert;
import io.guanxi.notification.alert.AlertCommand.ReopenAlert;
import io.guanxi.notification.alert.AlertCommand.ResolveAlert;
import io.guanxi.notification.alert.AlertCommand.SnoozeAlert;
import io.guanxi.notification.alert.AlertCommand.WakeAlert;
import io.guanxi.notification.alert.AlertEvent.AlertAcknowledged;
import io.guanxi.notification.alert.AlertEvent.AlertEscalated;
import io.guanxi.notification.alert.AlertEvent.AlertReopened;
import io.guanxi.notification.alert.AlertEvent.AlertResolved;
import io.guanxi.notification.alert.AlertEvent.AlertSnoozed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertDeciderTest {
    private static final Instant LATEST = NOW.plus(Duration.ofDays(14));
    private static final AlertAcknowledged ACKNOWLEDGED = new AlertAcknowledged("S-0001");
    private static final AlertResolved RULE_CHANGED =
            new AlertResolved(null, AlertReasons.RULE_CHANGED, null, null);
    private static final AlertResolved HANDLED =
            new AlertResolved("S-0001", AlertReasons.HANDLED, null, null);

    private final DeciderSpec<AlertCommand, Alert, AlertEvent> alert =
            DeciderSpec.of(new AlertDecider());

    @Test
    void the_same_cause_raises_an_alert_once() {
        alert.when(new RaiseAlert(BREACH)).then(BREACH).when(new RaiseAlert(BREACH)).thenNothing();
    }

    @Test
    void an_obligation_due_again_at_the_same_instant_opens_its_alert_again() {
        alert.given(BREACH, RULE_CHANGED)
                .when(new RaiseAlert(BREACH))
                .then(new AlertReopened(null, "DUE_AGAIN"));
    }

    @Test
    void what_a_person_has_resolved_facts_do_not_open_again() {
        alert.given(BREACH, HANDLED).when(new RaiseAlert(BREACH)).thenNothing();
    }

    @Test
    void acknowledging_is_recorded_once() {
        alert.given(BREACH)
                .when(new AcknowledgeAlert("S-0001"))
                .then(ACKNOWLEDGED)
                .when(new AcknowledgeAlert("S-0002"))
                .thenNothing();
    }

    @Test
    void refuses_to_acknowledge_what_is_resolved_or_was_never_raised() {
        alert.given(BREACH, HANDLED)
                .when(new AcknowledgeAlert("S-0001"))
                .thenRefused(ALREADY_RESOLVED);
        alert.when(new AcknowledgeAlert("S-0001")).thenRefused(NOT_RAISED);
    }

    @Test
    void AL_01_each_step_tells_those_who_were_not_told_before() {
        alert.given(BREACH)
                .when(new EscalateAlert(1, List.of("S-0001", "S-0002")))
                .then(new AlertEscalated(1, List.of("S-0002")))
                .when(new EscalateAlert(2, List.of("S-0003")))
                .then(new AlertEscalated(2, List.of("S-0003")));
    }

    @Test
    void AL_01_a_step_with_nobody_new_on_it_is_passed() {
        alert.given(BREACH)
                .when(new EscalateAlert(1, List.of("S-0001")))
                .then(new AlertEscalated(1, List.of()));
    }

    @Test
    void AL_01_the_ladder_stops_when_somebody_acknowledges() {
        alert.given(BREACH, ACKNOWLEDGED)
                .when(new EscalateAlert(1, List.of("S-0002")))
                .thenNothing();
    }

    @Test
    void AL_01_no_step_is_taken_twice_or_left_out() {
        AlertEscalated first = new AlertEscalated(1, List.of("S-0002"));
        alert.given(BREACH, first).when(new EscalateAlert(1, List.of("S-0002"))).thenNothing();
        alert.given(BREACH).when(new EscalateAlert(2, List.of("S-0003"))).thenNothing();
    }

    @Test
    void a_snooze_must_end_after_now_and_within_the_limit() {
        alert.given(BREACH)
                .when(new SnoozeAlert("S-0001", LATEST, "AWAY", NOW, LATEST))
                .then(new AlertSnoozed("S-0001", LATEST, "AWAY"));
        alert.given(BREACH)
                .when(new SnoozeAlert("S-0001", NOW, "AWAY", NOW, LATEST))
                .thenRefused(SNOOZE_OUT_OF_RANGE);
        alert.given(BREACH)
                .when(new SnoozeAlert("S-0001", LATEST.plusNanos(1), "AWAY", NOW, LATEST))
                .thenRefused(SNOOZE_OUT_OF_RANGE);
    }

    @Test
    void a_snoozed_alert_comes_back_and_only_then() {
        alert.given(BREACH, new AlertSnoozed("S-0001", LATEST, null))
                .when(new WakeAlert())
                .then(new AlertReopened(null, "SNOOZE_ENDED"))
                .when(new WakeAlert())
                .thenNothing();
    }

    @Test
    void an_obligation_met_late_resolves_its_breach_with_both_times() {
        Instant metAt = NOW.minus(Duration.ofDays(3));
        alert.given(BREACH, ACKNOWLEDGED)
                .when(new ResolveAlert(null, AlertReasons.MET, metAt, NOW))
                .then(new AlertResolved(null, AlertReasons.MET, metAt, NOW))
                .when(new ResolveAlert(null, AlertReasons.MET, metAt, NOW))
                .thenNothing();
    }

    @Test
    void a_person_opens_only_what_is_resolved() {
        alert.given(BREACH, HANDLED)
                .when(new ReopenAlert("S-0002", "NOT_HANDLED"))
                .then(new AlertReopened("S-0002", "NOT_HANDLED"));
        alert.given(BREACH)
                .when(new ReopenAlert("S-0002", "NOT_HANDLED"))
                .thenRefused(NOT_RESOLVED);
    }
}
