package io.guanxi.contracts.alerts;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.time.Instant;
import java.util.UUID;

/**
 * An alert is over. Key: that of the alert.
 *
 * @param by staff code, if a person resolved it
 * @param reason see {@link AlertReasons}
 * @param metAt when the obligation was met
 * @param learnedAt when that became known
 */
@EventType(name = "alert-resolved", description = "An alert is over.")
public record AlertResolved(
        UUID alertId,
        @MayBeAbsent String by,
        Instant at,
        String reason,
        @MayBeAbsent Instant metAt,
        @MayBeAbsent Instant learnedAt) {}
