package io.guanxi.kit.service.personal;

import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventTypes;
import io.guanxi.kit.service.personal.MemoryDecider.Forget;
import io.guanxi.kit.service.personal.MemoryEvent.ClientForgotten;
import java.util.UUID;

/** How forgetting is stored: a stream per client, beside the client's own. */
final class MemoryStream {
    static final EventTypes<MemoryEvent> TYPES =
            EventTypes.of(MemoryEvent.class)
                    .type("client-forgotten", ClientForgotten.class)
                    .build();

    static final Aggregate<Forget, Memory, MemoryEvent> MEMORY =
            Aggregate.of("memory", new MemoryDecider(), TYPES).keyedBy(MemoryStream::key);

    private MemoryStream() {}

    private static UUID key(UUID streamId, Memory memory) {
        return memory instanceof Memory.Forgotten(var clientId) ? clientId : streamId;
    }

    static UUID of(UUID clientId) {
        return Ids.of("memory", clientId);
    }
}
