package io.guanxi.notification.alert;

import io.guanxi.contracts.alerts.AlertState;
import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.notification.alert.AlertEvent.AlertAcknowledged;
import io.guanxi.notification.alert.AlertEvent.AlertEscalated;
import io.guanxi.notification.alert.AlertEvent.AlertRaised;
import io.guanxi.notification.alert.AlertEvent.AlertReopened;
import io.guanxi.notification.alert.AlertEvent.AlertResolved;
import io.guanxi.notification.alert.AlertEvent.AlertSnoozed;

/** Keeps the table {@code alert}: one row per alert, written with its events. */
final class AlertView implements InlineView<AlertEvent, AlertRow> {

    @Override
    public String table() {
        return "alert";
    }

    @Override
    public Class<AlertRow> rowType() {
        return AlertRow.class;
    }

    @Override
    public AlertRow evolve(AlertRow row, Recorded<AlertEvent> recorded) {
        AlertRowBuilder next =
                row == null ? new AlertRowBuilder(recorded.streamId()) : new AlertRowBuilder(row);
        switch (recorded.event()) {
            case AlertRaised e -> next.raised(e, recorded.occurredAt());
            case AlertAcknowledged(String by) -> {
                next.state = AlertState.ACKNOWLEDGED;
                next.acknowledgedBy = by;
                next.acknowledgedAt = recorded.occurredAt();
            }
            case AlertSnoozed e -> {
                next.state = AlertState.SNOOZED;
                next.snoozedBy = e.by();
                next.snoozedUntil = e.until();
                next.reason = e.reason();
            }
            case AlertEscalated e -> next.escalated(e);
            case AlertResolved e -> next.resolved(e, recorded.occurredAt());
            case AlertReopened e -> next.reopened(e.reason());
        }
        return next.build(recorded.version());
    }
}
