package io.guanxi.notification.alert;

import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventTypes;
import io.guanxi.notification.alert.AlertEvent.AlertAcknowledged;
import io.guanxi.notification.alert.AlertEvent.AlertEscalated;
import io.guanxi.notification.alert.AlertEvent.AlertRaised;
import io.guanxi.notification.alert.AlertEvent.AlertReopened;
import io.guanxi.notification.alert.AlertEvent.AlertResolved;
import io.guanxi.notification.alert.AlertEvent.AlertSnoozed;
import java.util.UUID;

/**
 * The alert as a stream. Its id is the alert's identity, made from the cause, so the same cause
 * finds the same stream.
 */
public final class AlertStream {
    public static final EventTypes<AlertEvent> TYPES =
            EventTypes.of(AlertEvent.class)
                    .type("alert-raised", AlertRaised.class)
                    .type("alert-acknowledged", AlertAcknowledged.class)
                    .type("alert-snoozed", AlertSnoozed.class)
                    .type("alert-escalated", AlertEscalated.class)
                    .type("alert-resolved", AlertResolved.class)
                    .type("alert-reopened", AlertReopened.class)
                    .build();

    public static final Aggregate<AlertCommand, Alert, AlertEvent> ALERT =
            Aggregate.of("alert", new AlertDecider(), TYPES)
                    .keyedBy(AlertStream::key)
                    .withViews(new AlertView());

    private AlertStream() {}

    private static UUID key(UUID streamId, Alert state) {
        return switch (state) {
            case Alert.NotRaised _ -> streamId;
            case Alert.Raised alert -> alert.key();
        };
    }
}
