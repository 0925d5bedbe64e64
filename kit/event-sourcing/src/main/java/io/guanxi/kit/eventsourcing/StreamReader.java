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
import java.util.UUID;

/** Reads streams as they are stored. */
final class StreamReader {
    private static final String ONE = "SELECT * FROM load_stream(?, ?)";
    private static final String MANY =
            "SELECT s.id, s.type AS kind, s.version AS stream_version, "
                    + StoredEvent.COLUMNS
                    + " FROM stream s LEFT JOIN event e ON e.stream_id = s.id AND e.version > ?"
                    + " WHERE s.id = ANY (?) ORDER BY s.id, e.version";

    /** A stream's rows; version 0 and no kind where it does not exist. */
    record Stored(String kind, int version, List<StoredEvent> events) {
        static final Stored NOTHING = new Stored(null, 0, List.of());

        /**
         * @throws StoreException.WrongKind the id belongs to a stream of another kind
         */
        void check(String expectedKind) {
            if (kind != null && !kind.equals(expectedKind)) {
                throw new StoreException.WrongKind(expectedKind, kind);
            }
        }
    }

    private StreamReader() {}

    static Stored read(Connection connection, UUID id, int fromVersion) throws SQLException {
        Stored stored = null;
        try (PreparedStatement statement = connection.prepareStatement(ONE)) {
            statement.setObject(1, id);
            statement.setInt(2, fromVersion);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    stored = stored == null ? stored(rows) : stored;
                    addEvent(stored, rows);
                }
            }
        }
        return stored == null ? Stored.NOTHING : stored;
    }

    static Map<UUID, Stored> read(Connection connection, Collection<UUID> ids, int fromVersion)
            throws SQLException {
        Map<UUID, Stored> streams = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(MANY)) {
            statement.setInt(1, fromVersion);
            statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject("id", UUID.class);
                    addEvent(streams.computeIfAbsent(id, _ -> stored(rows)), rows);
                }
            }
        }
        return streams;
    }

    private static void addEvent(Stored stored, ResultSet row) throws SQLException {
        if (row.getObject("stream_id") != null) {
            stored.events().add(StoredEvent.read(row));
        }
    }

    private static Stored stored(ResultSet row) {
        try {
            return new Stored(
                    row.getString("kind"), row.getInt("stream_version"), new ArrayList<>());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
