package io.guanxi.notification.alert;

import io.guanxi.contracts.Ids;
import io.guanxi.contracts.alerts.AlertKinds;
import io.guanxi.contracts.alerts.AlertReasons;
import io.guanxi.contracts.alerts.Severity;
import io.guanxi.notification.alert.AlertEvent.AlertAcknowledged;
import io.guanxi.notification.alert.AlertEvent.AlertEscalated;
import io.guanxi.notification.alert.AlertEvent.AlertRaised;
import io.guanxi.notification.alert.AlertEvent.AlertReopened;
import io.guanxi.notification.alert.AlertEvent.AlertResolved;
import io.guanxi.notification.alert.AlertEvent.AlertSnoozed;
import io.guanxi.notification.routing.LadderStep;
import io.guanxi.notification.routing.Level;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One of every stored event, with every component filled. */
public final class AlertExamples {
    static final UUID CLIENT = UUID.fromString("0197a3c2-0000-7000-8000-000000000001");
    static final UUID OBLIGATION = Ids.obligation("visit-service", "visit", CLIENT.toString());
    static final Instant NOW = Instant.parse("2026-04-30T16:00:00Z");
    static final UUID ID = Ids.breach(OBLIGATION, NOW);

    static final AlertRaised BREACH =
            new AlertRaised(
                    CLIENT,
                    AlertKinds.OBLIGATION_BREACHED,
                    Severity.CRITICAL,
                    CLIENT,
                    "obligation",
                    OBLIGATION.toString(),
                    "U-001",
                    "S-0001",
                    List.of("S-0001"),
                    List.of(
                            new LadderStep(
                                    1, Level.SUPERVISOR, Instant.parse("2026-04-30T20:00:00Z")),
                            new LadderStep(
                                    2,
                                    Level.DEPARTMENT_HEAD,
                                    Instant.parse("2026-05-01T16:00:00Z"))),
                    OBLIGATION,
                    NOW,
                    Instant.parse("2026-03-10T02:30:00Z"),
                    OBLIGATION);

    static final List<AlertEvent> ALL =
            List.of(
                    BREACH,
                    new AlertEscalated(1, List.of("S-0002")),
                    new AlertAcknowledged("S-0001"),
                    new AlertSnoozed("S-0001", Instant.parse("2026-05-02T16:00:00Z"), "AWAY"),
                    new AlertReopened("S-0002", "NOT_HANDLED"),
                    new AlertResolved(
                            "S-0001",
                            AlertReasons.MET,
                            Instant.parse("2026-04-29T03:00:00Z"),
                            Instant.parse("2026-05-01T03:00:00Z")));

    private AlertExamples() {}

    public static List<AlertEvent> all() {
        return ALL;
    }
}
