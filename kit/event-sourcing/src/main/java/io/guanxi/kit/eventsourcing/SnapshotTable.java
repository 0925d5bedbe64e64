package io.guanxi.kit.eventsourcing;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds and keeps snapshots. Nothing depends on it but time. */
final class SnapshotTable {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotTable.class);
    private static final String FIND =
            "SELECT p.version, p.data FROM snapshot p JOIN stream s ON s.id = p.stream_id"
                    + " WHERE p.stream_id = ? AND p.shape = ? AND p.version <= s.version"
                    + " AND s.type = ?";
    private static final String KEEP =
            """
            INSERT INTO snapshot (stream_id, shape, version, data) VALUES (?, ?, ?, ?)
            ON CONFLICT (stream_id) DO UPDATE SET shape = EXCLUDED.shape,
                version = EXCLUDED.version, data = EXCLUDED.data, stored_at = clock_timestamp()
            WHERE snapshot.shape <> EXCLUDED.shape OR snapshot.version < EXCLUDED.version
            """;

    private final PersonalCipher cipher;
    private final Map<Aggregate<?, ?, ?>, String> shapes = new ConcurrentHashMap<>();

    SnapshotTable(PersonalCipher cipher) {
        this.cipher = cipher;
    }

    /** The stream as its snapshot has it; empty if there is none that can be read. */
    <S, E> Optional<OpenStream<S, E>> find(
            Connection connection, Aggregate<?, S, E> aggregate, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setObject(1, id);
            statement.setString(2, shape(aggregate));
            statement.setString(3, aggregate.name());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? read(aggregate, id, row.getInt(1), row.getBytes(2))
                        : Optional.empty();
            }
        }
    }

    /** Keeps a stream that holds nothing but what is stored. */
    <S, E> void keep(Connection connection, OpenStream<S, E> stream) throws SQLException {
        Aggregate<?, S, E> aggregate = stream.aggregate();
        Optional<byte[]> data = format(aggregate).write(stream);
        if (data.isEmpty()) {
            LOG.warn("The state of a {} does not come back from JSON as it was", aggregate.name());
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
            statement.setObject(1, stream.id());
            statement.setString(2, shape(aggregate));
            statement.setInt(3, stream.version());
            statement.setBytes(4, hidden(stream, data.get()));
            statement.executeUpdate();
        }
    }

    private <S, E> Optional<OpenStream<S, E>> read(
            Aggregate<?, S, E> aggregate, UUID id, int version, byte[] data) {
        Optional<byte[]> clear =
                personal(aggregate)
                        ? SubjectBox.open(cipher, SubjectBox.snapshot(id, version), data)
                        : Optional.of(data);
        if (clear.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(format(aggregate).read(id, version, clear.get()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.warn("A snapshot of a {} cannot be read and is passed over", aggregate.name(), e);
            return Optional.empty();
        }
    }

    private <S, E> byte[] hidden(OpenStream<S, E> stream, byte[] clear) {
        if (!personal(stream.aggregate())) {
            return clear;
        }
        UUID subject = stream.aggregate().subject().apply(stream.id(), stream.state());
        byte[] place = SubjectBox.snapshot(stream.id(), stream.version());
        return SubjectBox.close(cipher, subject, place, clear);
    }

    private boolean personal(Aggregate<?, ?, ?> aggregate) {
        return cipher != null && aggregate.types().personal();
    }

    private static <S, E> SnapshotFormat<S, E> format(Aggregate<?, S, E> aggregate) {
        return new SnapshotFormat<>(aggregate, aggregate.snapshots().stateType());
    }

    private String shape(Aggregate<?, ?, ?> aggregate) {
        return shapes.computeIfAbsent(aggregate, a -> StateShape.of(a, a.snapshots()));
    }
}
