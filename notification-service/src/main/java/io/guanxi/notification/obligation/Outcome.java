package io.guanxi.notification.obligation;

import io.guanxi.contracts.alerts.AlertReasons;
import io.guanxi.contracts.obligations.ObligationResult;
import io.guanxi.contracts.obligations.ObligationState;
import java.time.Instant;
import java.util.Optional;

/** Why an alert about an obligation is over. */
record Outcome(String reason, Instant metAt, Instant learnedAt) {

    /**
     * The judgement counts if there is one. Else: a due instant that moved because of a newer
     * contact was met by it, and one that moved for another reason fell to a changed rule.
     *
     * @return empty while the alert still holds
     */
    static Optional<Outcome> of(StandingAlert alert, MovedObligation now) {
        boolean holds = now.state() == ObligationState.OPEN && now.dueAt().equals(alert.dueAt());
        if (holds) {
            return Optional.empty();
        }
        if (alert.result() != null) {
            return Optional.of(judged(alert));
        }
        return Optional.of(
                switch (now.state()) {
                    case PAUSED -> new Outcome(AlertReasons.PAUSED, null, null);
                    case CANCELLED -> new Outcome(AlertReasons.CANCELLED, null, null);
                    case MET -> new Outcome(AlertReasons.MET, now.metAt(), now.learnedAt());
                    case OPEN -> moved(alert, now);
                });
    }

    private static Outcome judged(StandingAlert alert) {
        return alert.result() == ObligationResult.CANCELLED
                ? new Outcome(AlertReasons.CANCELLED, null, null)
                : new Outcome(AlertReasons.MET, alert.metAt(), alert.learnedAt());
    }

    private static Outcome moved(StandingAlert alert, MovedObligation now) {
        boolean newerContact =
                now.contactAt() != null
                        && (alert.basisContactAt() == null
                                || now.contactAt().isAfter(alert.basisContactAt()));
        return newerContact
                ? new Outcome(AlertReasons.MET, now.contactAt(), now.changedAt())
                : new Outcome(AlertReasons.RULE_CHANGED, null, null);
    }
}
