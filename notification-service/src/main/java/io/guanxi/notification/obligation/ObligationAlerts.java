package io.guanxi.notification.obligation;

import io.guanxi.contracts.Ids;
import io.guanxi.contracts.alerts.AlertKinds;
import io.guanxi.contracts.alerts.AlertReasons;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.notification.alert.AlertCommand.RaiseAlert;
import io.guanxi.notification.alert.AlertCommand.ResolveAlert;
import io.guanxi.notification.alert.AlertEvent.AlertRaised;
import io.guanxi.notification.alert.AlertStream;
import io.guanxi.notification.routing.Routing;
import io.guanxi.notification.routing.Routing.Addressed;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** The alerts about obligations: warned, breached, resolved. Safe to repeat after a crash. */
@ApplicationScoped
class ObligationAlerts {
    static final String ACTOR = "svc:notification-service";

    private final EventStore store;
    private final Routing routing;
    private final BusinessClock clock;

    ObligationAlerts(EventStore store, Routing routing, BusinessClock clock) {
        this.store = store;
        this.routing = routing;
        this.clock = clock;
    }

    void warn(DueObligation due) {
        UUID id = Ids.warning(due.obligationId(), due.dueAt());
        Instant at = due.notBeforeLearned(due.warnAt());
        AlertRaised warning = alert(AlertKinds.OBLIGATION_WARNING, due, at);
        store.execute(
                context(id, "raise" + due.changedAt(), at),
                AlertStream.ALERT,
                id,
                new RaiseAlert(warning));
    }

    /** A breach takes the place of its warning. */
    void breach(DueObligation due) {
        UUID id = Ids.breach(due.obligationId(), due.dueAt());
        UUID warning = Ids.warning(due.obligationId(), due.dueAt());
        Instant at = due.notBeforeLearned(due.dueAt());
        AlertRaised breach = alert(AlertKinds.OBLIGATION_BREACHED, due, at);
        store.execute(
                context(id, "raise" + due.changedAt(), at),
                id,
                session -> {
                    session.execute(AlertStream.ALERT, id, new RaiseAlert(breach));
                    if (session.load(AlertStream.ALERT, warning).exists()) {
                        session.execute(
                                AlertStream.ALERT,
                                warning,
                                new ResolveAlert(null, AlertReasons.BREACHED, null, null));
                    }
                });
    }

    private AlertRaised alert(String kind, DueObligation due, Instant at) {
        boolean ofClient = due.clientId() != null;
        Addressed addressed =
                ofClient
                        ? routing.aboutClient(kind, due.band(), due.clientId(), at)
                        : routing.aboutStaff(kind, due.ownerId(), at);
        return new AlertRaised(
                ofClient ? due.clientId() : Ids.staff(due.ownerId()),
                kind,
                addressed.severity(),
                due.clientId(),
                "obligation",
                due.obligationId().toString(),
                addressed.unitId(),
                addressed.managerId(),
                addressed.recipients(),
                addressed.ladder(),
                due.obligationId(),
                due.dueAt(),
                due.basisContactAt(),
                due.obligationId());
    }

    /** Ends the alerts that the obligation, as it is now, no longer supports. */
    void resolve(Connection connection, MovedObligation now) throws SQLException {
        for (StandingAlert alert : StandingAlert.of(connection, now.obligationId())) {
            Outcome.of(alert, now).ifPresent(outcome -> resolve(alert, outcome, now));
        }
    }

    private void resolve(StandingAlert alert, Outcome outcome, MovedObligation now) {
        store.execute(
                context(alert.alertId(), "resolve" + now.changedAt(), now.changedAt()),
                AlertStream.ALERT,
                alert.alertId(),
                new ResolveAlert(null, outcome.reason(), outcome.metAt(), outcome.learnedAt()));
    }

    private CommandContext context(UUID alert, String what, Instant at) {
        return CommandContext.of(Uuids.v5(alert, what), ACTOR, clock.now()).occurring(at);
    }
}
