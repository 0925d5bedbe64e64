package io.guanxi.notification.obligation;

import io.guanxi.contracts.alerts.AlertReasons;
import io.guanxi.contracts.obligations.ObligationResult;
import io.guanxi.contracts.obligations.ObligationState;
import java.time.Instant;
import java.util.Optional;

/** Why an alert about an obligation is over. */
record Outcome(String reason, Instant metAt, Instant learnedAt) {

    /**
     * The judgement counts if there is one: met, or withdrawn because a rule changed. Else a due
     * instant that moved because of a newer contact was met by it.
     *
     * @return empty while the alert still holds
     */
    static Optional<Outcome> of(StandingAlert alert, MovedObligation now) {
        boolean holds = now.state() == ObligationState.OPEN && now.dueAt().equals(alert.dueAt());
        if (holds) {
            return Optional.empty();
        }
        boolean met = alert.result() != null && alert.result() != ObligationResult.CANCELLED;
        if (met) {
            return Optional.of(new Outcome(AlertReasons.MET, alert.metAt(), alert.learnedAt()));
        }
        return Optional.of(
                switch (now.state()) {
                    case PAUSED -> new Outcome(AlertReasons.PAUSED, null, null);
                    case CANCELLED -> new Outcome(AlertReasons.CANCELLED, null, null);
                    case MET -> new Outcome(AlertReasons.MET, now.metAt(), now.learnedAt());
                    case OPEN -> moved(alert, now);
                });
    }

    private static Outcome moved(StandingAlert alert, MovedObligation now) {
        boolean newerContact =
                alert.result() == null
                        && now.contactAt() != null
                        && (alert.basisContactAt() == null
                                || now.contactAt().isAfter(alert.basisContactAt()));
        return newerContact
                ? new Outcome(AlertReasons.MET, now.contactAt(), now.changedAt())
                : new Outcome(AlertReasons.RULE_CHANGED, null, null);
    }
}
