package io.guanxi.contracts.alerts;

import io.guanxi.contracts.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An alert is kept from some recipients. Key: that of the alert.
 *
 * @param recipients staff codes of who is not told
 * @param reason code of why not
 */
@EventType(name = "alert-suppressed", description = "An alert is kept from some recipients.")
public record AlertSuppressed(UUID alertId, Instant at, List<String> recipients, String reason) {

    public AlertSuppressed {
        recipients = recipients == null ? List.of() : List.copyOf(recipients);
    }
}
