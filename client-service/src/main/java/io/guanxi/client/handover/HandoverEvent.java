package io.guanxi.client.handover;

import io.guanxi.kit.eventsourcing.Personal;
import java.util.List;
import java.util.UUID;

/** What is recorded about a handover. Stored for ever: add, never rename. */
public sealed interface HandoverEvent {
    record HandoverRequested(HandoverDetails handover, String byId, @Personal String reason)
            implements HandoverEvent {}

    /** These clients changed hands, in the same append. */
    record HandoverCarriedOut(List<UUID> clientIds, String byId) implements HandoverEvent {
        public HandoverCarriedOut {
            clientIds = List.copyOf(clientIds);
        }
    }
}
