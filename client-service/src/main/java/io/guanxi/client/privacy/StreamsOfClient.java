package io.guanxi.client.privacy;

import io.guanxi.client.client.ClientStream;
import io.guanxi.kit.service.personal.ClientStreams;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;

/** The client itself, and what was asked about holding or erasing it. */
@ApplicationScoped
class StreamsOfClient implements ClientStreams {

    @Override
    public List<EventStream> of(Connection connection, UUID clientId, int most) {
        return List.of(
                new EventStream(ClientStream.CLIENT, clientId),
                new EventStream(ErasureStream.about(clientId), ErasureStream.of(clientId)));
    }
}
