package io.guanxi.contracts.alerts;

import io.guanxi.contracts.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * An alert is told together with others of its kind. Key: that of the alert.
 *
 * @param reason code of what they have in common
 */
@EventType(name = "alert-grouped", description = "An alert is told together with others.")
public record AlertGrouped(UUID alertId, Instant at, String reason) {}
