package io.guanxi.kit.eventsourcing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Reads stored events in position order and turns them into the records others may read. */
final class RelayBatch {
    /** A public record and its place in the order of all. */
    record Outgoing(long sequence, ProducerRecord<byte[], byte[]> record) {}

    /**
     * What comes next.
     *
     * @param upTo the position that is reached when all of it is sent
     */
    record Batch(List<Outgoing> records, long upTo) {}

    private final String source;
    private final Map<String, Publishing<?>> publishings = new HashMap<>();
    private final Codecs codecs = new Codecs(null);

    RelayBatch(String service, Collection<? extends Publishing<?>> publishings) {
        this.source = source(service);
        for (Publishing<?> publishing : publishings) {
            String kind = publishing.aggregate().name();
            if (this.publishings.put(kind, publishing) != null) {
                throw new IllegalArgumentException(kind + " is published by two classes");
            }
        }
    }

    /** The {@code ce_source} of a service. */
    static String source(String service) {
        return "/guanxi/" + service;
    }

    Batch read(Connection connection, long after, long reached, int limit) throws SQLException {
        List<Outgoing> records = new ArrayList<>();
        long upTo =
                PositionReader.read(
                        connection,
                        after,
                        reached,
                        limit,
                        (kind, event) -> {
                            Publishing<?> publishing = publishings.get(kind);
                            if (publishing != null) {
                                publish(publishing, event, records);
                            }
                        });
        return new Batch(records, upTo);
    }

    /** The id of what was sent under this sequence; empty if the store knows nothing of it. */
    Optional<String> idOf(Connection connection, long sequence) throws SQLException {
        String sql = "SELECT event_id FROM event WHERE position = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, sequence / CloudEvents.PER_POSITION);
            try (ResultSet row = statement.executeQuery()) {
                int index = (int) (sequence % CloudEvents.PER_POSITION);
                return row.next()
                        ? Optional.of(
                                CloudEvents.id(row.getObject(1, java.util.UUID.class), index)
                                        .toString())
                        : Optional.empty();
            }
        }
    }

    private <E> void publish(Publishing<E> publishing, StoredEvent event, List<Outgoing> to) {
        Recorded<E> recorded = event.decode(codecs.of(publishing.aggregate().types()));
        List<PublicEvent> published = publishing.publish(recorded);
        if (published.size() > CloudEvents.PER_POSITION) {
            throw new IllegalStateException(
                    event.type() + " has more than " + CloudEvents.PER_POSITION + " public events");
        }
        for (int i = 0; i < published.size(); i++) {
            to.add(
                    new Outgoing(
                            event.position() * CloudEvents.PER_POSITION + i,
                            CloudEvents.write(
                                    source, event, recorded.traceparent(), i, published.get(i))));
        }
    }
}
