package io.guanxi.kit.service.personal;

import java.util.List;
import java.util.UUID;

/** What is recorded about forgetting. Stored for ever: add, never rename. */
public sealed interface MemoryEvent {

    /**
     * The client's key is destroyed and the tables are purged.
     *
     * @param stores what was looked through, and found empty afterwards
     */
    record ClientForgotten(UUID clientId, List<String> stores) implements MemoryEvent {
        public ClientForgotten {
            stores = List.copyOf(stores);
        }
    }
}
