package io.guanxi.notification.obligation;

import io.guanxi.contracts.obligations.ObligationState;
import io.guanxi.notification.sight.Conditions;
import java.time.Instant;

/** The state of an obligation as people speak of it: an open one is met, due or overdue by now. */
public enum ObligationStatus {
    DUE,
    OVERDUE,
    MET,
    PAUSED,
    CANCELLED;

    static ObligationStatus of(String state, Instant openedAt, Instant dueAt, Instant now) {
        return switch (ObligationState.valueOf(state)) {
            case MET -> MET;
            case PAUSED -> PAUSED;
            case CANCELLED -> CANCELLED;
            case OPEN -> now.isBefore(openedAt) ? MET : now.isBefore(dueAt) ? DUE : OVERDUE;
        };
    }

    void restrict(Conditions conditions, Instant now) {
        switch (this) {
            case DUE ->
                    conditions.and(
                            "o.state = 'OPEN' and o.opened_at <= ? and o.due_at > ?", now, now);
            case OVERDUE -> conditions.and("o.state = 'OPEN' and o.due_at <= ?", now);
            case MET ->
                    conditions.and("o.state = 'MET' or o.state = 'OPEN' and o.opened_at > ?", now);
            case PAUSED, CANCELLED -> conditions.and("o.state = ?", name());
        }
    }
}
