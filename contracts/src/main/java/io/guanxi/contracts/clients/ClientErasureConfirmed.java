package io.guanxi.contracts.clients;

import io.guanxi.contracts.EventType;
import java.util.List;
import java.util.UUID;

/**
 * A service has forgotten a client's personal data. On each service's own topic. Key: the client.
 *
 * @param stores names of what was purged, for example {@code subject-key}, {@code client_card}
 */
@EventType(
        name = "client-erasure-confirmed",
        description = "A service has forgotten a client's personal data.")
public record ClientErasureConfirmed(UUID clientId, List<String> stores) {

    public ClientErasureConfirmed {
        stores = stores == null ? List.of() : List.copyOf(stores);
    }
}
