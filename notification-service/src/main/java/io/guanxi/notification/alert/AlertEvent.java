package io.guanxi.notification.alert;

import io.guanxi.contracts.alerts.Severity;
import io.guanxi.notification.routing.LadderStep;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is recorded about an alert. Stored for ever: add, never rename. */
public sealed interface AlertEvent {

    /**
     * Somebody must know something.
     *
     * @param key the Kafka key: the client, else the stream of the subject
     * @param managerId staff code of the relationship manager it concerns, or null
     * @param ladder when who is told next, while nobody acknowledges
     * @param basisContactAt the contact that the obligation's due instant was counted from, or null
     */
    record AlertRaised(
            UUID key,
            String kind,
            Severity severity,
            UUID clientId,
            String subjectType,
            String subjectId,
            String unitId,
            String managerId,
            List<String> recipients,
            List<LadderStep> ladder,
            UUID obligationId,
            Instant dueAt,
            Instant basisContactAt,
            UUID causeId)
            implements AlertEvent {
        public AlertRaised {
            recipients = recipients == null ? List.of() : List.copyOf(recipients);
            ladder = ladder == null ? List.of() : List.copyOf(ladder);
        }
    }

    record AlertAcknowledged(String by) implements AlertEvent {}

    record AlertSnoozed(String by, Instant until, String reason) implements AlertEvent {}

    /** A step of the ladder was reached; only those not told before are recipients. */
    record AlertEscalated(int step, List<String> recipients) implements AlertEvent {
        public AlertEscalated {
            recipients = recipients == null ? List.of() : List.copyOf(recipients);
        }
    }

    record AlertResolved(String by, String reason, Instant metAt, Instant learnedAt)
            implements AlertEvent {}

    record AlertReopened(String by, String reason) implements AlertEvent {}
}
