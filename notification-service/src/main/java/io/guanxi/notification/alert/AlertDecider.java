package io.guanxi.notification.alert;

import static io.guanxi.kit.eventsourcing.Decision.accept;
import static io.guanxi.kit.eventsourcing.Decision.refuse;
import static io.guanxi.notification.alert.AlertRefusal.ALREADY_RESOLVED;
import static io.guanxi.notification.alert.AlertRefusal.NOT_RAISED;
import static io.guanxi.notification.alert.AlertRefusal.NOT_RESOLVED;
import static io.guanxi.notification.alert.AlertRefusal.SNOOZE_OUT_OF_RANGE;

import io.guanxi.contracts.alerts.AlertState;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import io.guanxi.notification.alert.Alert.NotRaised;
import io.guanxi.notification.alert.Alert.Raised;
import io.guanxi.notification.alert.AlertCommand.AcknowledgeAlert;
import io.guanxi.notification.alert.AlertCommand.EscalateAlert;
import io.guanxi.notification.alert.AlertCommand.RaiseAlert;
import io.guanxi.notification.alert.AlertCommand.ReopenAlert;
import io.guanxi.notification.alert.AlertCommand.ResolveAlert;
import io.guanxi.notification.alert.AlertCommand.SnoozeAlert;
import io.guanxi.notification.alert.AlertCommand.WakeAlert;
import io.guanxi.notification.alert.AlertEvent.AlertAcknowledged;
import io.guanxi.notification.alert.AlertEvent.AlertEscalated;
import io.guanxi.notification.alert.AlertEvent.AlertRaised;
import io.guanxi.notification.alert.AlertEvent.AlertReopened;
import io.guanxi.notification.alert.AlertEvent.AlertResolved;
import io.guanxi.notification.alert.AlertEvent.AlertSnoozed;
import java.util.List;
import java.util.stream.Stream;

/**
 * The life of an alert. What timers and reactions ask is never refused: too late or twice, it
 * changes nothing. What people ask may be.
 */
public final class AlertDecider implements Decider<AlertCommand, Alert, AlertEvent> {
    static final String DUE_AGAIN = "DUE_AGAIN";
    static final String SNOOZE_ENDED = "SNOOZE_ENDED";

    @Override
    public Alert initialState() {
        return new NotRaised();
    }

    @Override
    public Decision<AlertEvent> decide(AlertCommand command, Alert state) {
        return switch (state) {
            case NotRaised _ -> decideUnraised(command);
            case Raised alert -> decideRaised(command, alert);
        };
    }

    private static Decision<AlertEvent> decideUnraised(AlertCommand command) {
        return switch (command) {
            case RaiseAlert(AlertRaised alert) -> accept(alert);
            case EscalateAlert _, WakeAlert _, ResolveAlert(var _, var _, var _, var _) -> accept();
            case AcknowledgeAlert _, SnoozeAlert _, ReopenAlert _ -> refuse(NOT_RAISED);
        };
    }

    private static Decision<AlertEvent> decideRaised(AlertCommand command, Raised alert) {
        return switch (command) {
            case RaiseAlert _ -> raiseAgain(alert);
            case AcknowledgeAlert(String by) -> acknowledge(by, alert);
            case SnoozeAlert snooze -> snooze(snooze, alert);
            case WakeAlert _ -> wake(alert);
            case EscalateAlert escalate -> escalate(escalate, alert);
            case ResolveAlert resolve -> resolve(resolve, alert);
            case ReopenAlert reopen -> reopen(reopen, alert);
        };
    }

    /** An obligation that came back to the same due instant is the same alert, open again. */
    private static Decision<AlertEvent> raiseAgain(Raised alert) {
        boolean again = alert.state() == AlertState.RESOLVED && !alert.closedByPerson();
        return again ? accept(new AlertReopened(null, DUE_AGAIN)) : accept();
    }

    private static Decision<AlertEvent> acknowledge(String by, Raised alert) {
        return switch (alert.state()) {
            case OPEN, SNOOZED -> accept(new AlertAcknowledged(by));
            case ACKNOWLEDGED -> accept();
            case RESOLVED -> refuse(ALREADY_RESOLVED);
        };
    }

    private static Decision<AlertEvent> snooze(SnoozeAlert command, Raised alert) {
        if (alert.state() == AlertState.RESOLVED) {
            return refuse(ALREADY_RESOLVED);
        }
        boolean inRange =
                command.until().isAfter(command.now())
                        && !command.until().isAfter(command.latest());
        return inRange
                ? accept(new AlertSnoozed(command.by(), command.until(), command.reason()))
                : refuse(SNOOZE_OUT_OF_RANGE);
    }

    private static Decision<AlertEvent> wake(Raised alert) {
        return alert.state() == AlertState.SNOOZED
                ? accept(new AlertReopened(null, SNOOZE_ENDED))
                : accept();
    }

    /** AL-01: steps are taken in order, and only while nobody has acknowledged. */
    private static Decision<AlertEvent> escalate(EscalateAlert command, Raised alert) {
        if (alert.state() != AlertState.OPEN || command.step() != alert.step() + 1) {
            return accept();
        }
        List<String> newcomers =
                command.recipients().stream()
                        .filter(person -> !alert.recipients().contains(person))
                        .distinct()
                        .toList();
        return accept(new AlertEscalated(command.step(), newcomers));
    }

    private static Decision<AlertEvent> resolve(ResolveAlert command, Raised alert) {
        return alert.state() == AlertState.RESOLVED
                ? accept()
                : accept(
                        new AlertResolved(
                                command.by(),
                                command.reason(),
                                command.metAt(),
                                command.learnedAt()));
    }

    private static Decision<AlertEvent> reopen(ReopenAlert command, Raised alert) {
        return alert.state() == AlertState.RESOLVED
                ? accept(new AlertReopened(command.by(), command.reason()))
                : refuse(NOT_RESOLVED);
    }

    @Override
    public Alert evolve(Alert state, AlertEvent event) {
        return switch (state) {
            case NotRaised unraised ->
                    event instanceof AlertRaised raised ? begin(raised) : unraised;
            case Raised alert -> evolveRaised(alert, event);
        };
    }

    private static Alert begin(AlertRaised e) {
        return new Raised(e.key(), AlertState.OPEN, e.recipients(), 0, false);
    }

    private static Alert evolveRaised(Raised alert, AlertEvent event) {
        return switch (event) {
            case AlertRaised _ -> alert;
            case AlertAcknowledged _ -> alert.in(AlertState.ACKNOWLEDGED);
            case AlertSnoozed _ -> alert.in(AlertState.SNOOZED);
            case AlertReopened _ -> alert.in(AlertState.OPEN);
            case AlertEscalated e ->
                    new Raised(
                            alert.key(),
                            alert.state(),
                            Stream.concat(alert.recipients().stream(), e.recipients().stream())
                                    .toList(),
                            e.step(),
                            false);
            case AlertResolved e ->
                    new Raised(
                            alert.key(),
                            AlertState.RESOLVED,
                            alert.recipients(),
                            alert.step(),
                            e.by() != null);
        };
    }
}
