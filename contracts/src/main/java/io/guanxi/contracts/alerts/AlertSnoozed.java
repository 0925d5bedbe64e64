package io.guanxi.contracts.alerts;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody wants to be reminded later. Key: that of the alert.
 *
 * @param by staff code
 * @param until when it comes back
 * @param reason code
 */
@EventType(name = "alert-snoozed", description = "Somebody wants to be reminded of it later.")
public record AlertSnoozed(
        UUID alertId, String by, Instant at, Instant until, @MayBeAbsent String reason) {}
