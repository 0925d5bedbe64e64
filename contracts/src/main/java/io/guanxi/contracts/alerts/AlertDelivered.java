package io.guanxi.contracts.alerts;

import io.guanxi.contracts.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An alert reached recipients by one channel. Key: that of the alert.
 *
 * @param recipients staff codes
 */
@EventType(name = "alert-delivered", description = "An alert reached recipients.")
public record AlertDelivered(
        UUID alertId, Instant at, DeliveryChannel channel, List<String> recipients) {

    public AlertDelivered {
        recipients = recipients == null ? List.of() : List.copyOf(recipients);
    }
}
