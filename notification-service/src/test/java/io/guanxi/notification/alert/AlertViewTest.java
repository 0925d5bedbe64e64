package io.guanxi.notification.alert;

import static io.guanxi.notification.alert.AlertExamples.BREACH;
import static io.guanxi.notification.alert.AlertExamples.CLIENT;
import static io.guanxi.notification.alert.AlertExamples.ID;
import static io.guanxi.notification.alert.AlertExamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.alerts.AlertReasons;
import io.guanxi.contracts.alerts.AlertState;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.notification.alert.AlertEvent.AlertAcknowledged;
import io.guanxi.notification.alert.AlertEvent.AlertEscalated;
import io.guanxi.notification.alert.AlertEvent.AlertReopened;
import io.guanxi.notification.alert.AlertEvent.AlertResolved;
import io.guanxi.notification.alert.AlertEvent.AlertSnoozed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlertViewTest {
    private static final Instant FIRST_STEP = BREACH.ladder().get(0).at();
    private static final Instant SECOND_STEP = BREACH.ladder().get(1).at();

    @Test
    void a_raised_alert_waits_for_the_first_step() {
        AlertRow row = row(BREACH);
        assertThat(row.state()).isEqualTo(AlertState.OPEN);
        assertThat(row.nextAt()).isEqualTo(FIRST_STEP);
        assertThat(row.raisedAt()).isEqualTo(NOW);
        assertThat(row.version()).isEqualTo(1);
    }

    @Test
    void an_escalated_alert_waits_for_the_next_step_and_then_for_none() {
        AlertRow first = row(BREACH, new AlertEscalated(1, List.of("S-0002")));
        assertThat(first.recipients()).containsExactly("S-0001", "S-0002");
        assertThat(first.nextAt()).isEqualTo(SECOND_STEP);
        AlertRow second =
                row(
                        BREACH,
                        new AlertEscalated(1, List.of("S-0002")),
                        new AlertEscalated(2, List.of()));
        assertThat(second.nextAt()).isNull();
    }

    @Test
    void an_acknowledged_alert_waits_for_nothing_and_a_snoozed_one_for_its_end() {
        assertThat(row(BREACH, new AlertAcknowledged("S-0001")).nextAt()).isNull();
        assertThat(row(BREACH, new AlertSnoozed("S-0001", SECOND_STEP, "AWAY")).nextAt())
                .isEqualTo(SECOND_STEP);
    }

    @Test
    void a_reopened_alert_has_forgotten_how_it_ended() {
        AlertRow row =
                row(
                        BREACH,
                        new AlertAcknowledged("S-0001"),
                        new AlertResolved("S-0001", AlertReasons.HANDLED, null, null),
                        new AlertReopened("S-0002", "NOT_HANDLED"));
        assertThat(row.acknowledgedBy()).isNull();
        assertThat(row.resolvedAt()).isNull();
        assertThat(row.nextAt()).isEqualTo(FIRST_STEP);
    }

    private static AlertRow row(AlertEvent... events) {
        AlertView view = new AlertView();
        AlertRow row = null;
        int version = 0;
        for (AlertEvent event : events) {
            row = view.evolve(row, recorded(++version, event));
        }
        return row;
    }

    static Recorded<AlertEvent> recorded(int version, AlertEvent event) {
        return new Recorded<>(
                version,
                ID,
                version,
                CLIENT,
                new UUID(0, version),
                new UUID(1, version),
                NOW,
                NOW,
                "svc:notification-service",
                null,
                AlertStream.TYPES.typeOf(event).name(),
                event);
    }
}
