package io.guanxi.notification.alert;

import io.guanxi.contracts.alerts.AlertState;
import java.util.List;
import java.util.UUID;

/** An alert as its rules see it: only what a decision needs. */
public sealed interface Alert {

    record NotRaised() implements Alert {}

    /**
     * An alert that exists.
     *
     * @param step the last step of the ladder taken, 0 before the first
     * @param closedByPerson it was a person who resolved it, so facts do not open it again
     */
    record Raised(
            UUID key, AlertState state, List<String> recipients, int step, boolean closedByPerson)
            implements Alert {
        public Raised {
            recipients = List.copyOf(recipients);
        }

        Raised in(AlertState newState) {
            return new Raised(key, newState, recipients, step, false);
        }
    }
}
