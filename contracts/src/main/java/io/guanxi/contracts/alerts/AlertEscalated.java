package io.guanxi.contracts.alerts;

import io.guanxi.contracts.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Nobody acknowledged an alert in time, so others are told as well (AL-01). Key: that of the alert.
 *
 * @param at the instant at which the step was due, also when it was taken later
 * @param step of the ladder, from 1
 * @param recipients staff codes of who is told in addition
 */
@EventType(
        name = "alert-escalated",
        description = "Nobody acknowledged an alert in time, so others are told as well.")
public record AlertEscalated(UUID alertId, Instant at, int step, List<String> recipients) {

    public AlertEscalated {
        recipients = recipients == null ? List.of() : List.copyOf(recipients);
    }
}
