package io.guanxi.kit.service.personal;

import io.guanxi.kit.eventsourcing.Aggregate;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * The event streams in which a service records things about a client, with the words that only the
 * client's key opens. Every kind of such a stream is named by a bean of this type; the tables need
 * none, for whatever has a {@code client_id} is looked through, and the rest by its {@link
 * PersonalStore}.
 */
public interface ClientStreams {

    /** One stream, and how its events are read. */
    record EventStream(Aggregate<?, ?, ?> aggregate, UUID id) {}

    /**
     * The client's streams, some of which may be empty.
     *
     * @param most how many at most
     */
    List<EventStream> of(Connection connection, UUID clientId, int most) throws SQLException;
}
