package io.guanxi.contracts.alerts;

import io.guanxi.contracts.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody has taken notice; the ladder stops. Key: that of the alert.
 *
 * @param by staff code
 */
@EventType(name = "alert-acknowledged", description = "Somebody has taken notice of an alert.")
public record AlertAcknowledged(UUID alertId, String by, Instant at) {}
