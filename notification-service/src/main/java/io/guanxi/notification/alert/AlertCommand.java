package io.guanxi.notification.alert;

import io.guanxi.notification.alert.AlertEvent.AlertRaised;
import java.time.Instant;
import java.util.List;

/** What may be asked of an alert. */
public sealed interface AlertCommand {

    /** Raises it; again for the same cause it changes nothing. */
    record RaiseAlert(AlertRaised alert) implements AlertCommand {}

    record AcknowledgeAlert(String by) implements AlertCommand {}

    /**
     * Lets it rest.
     *
     * @param now the business clock
     * @param latest how far ahead {@code until} may lie
     */
    record SnoozeAlert(String by, Instant until, String reason, Instant now, Instant latest)
            implements AlertCommand {}

    /** Ends a snooze whose time has come. */
    record WakeAlert() implements AlertCommand {}

    /** Takes a step of the ladder. */
    record EscalateAlert(int step, List<String> recipients) implements AlertCommand {
        public EscalateAlert {
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * Ends it.
     *
     * @param by who says so; null: the facts do
     */
    record ResolveAlert(String by, String reason, Instant metAt, Instant learnedAt)
            implements AlertCommand {}

    record ReopenAlert(String by, String reason) implements AlertCommand {}
}
