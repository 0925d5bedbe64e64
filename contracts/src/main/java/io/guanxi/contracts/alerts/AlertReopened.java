package io.guanxi.contracts.alerts;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.time.Instant;
import java.util.UUID;

/**
 * A resolved alert is open again. Key: that of the alert.
 *
 * @param by staff code, if a person reopened it
 * @param reason code
 */
@EventType(name = "alert-reopened", description = "A resolved alert is open again.")
public record AlertReopened(UUID alertId, @MayBeAbsent String by, Instant at, String reason) {}
