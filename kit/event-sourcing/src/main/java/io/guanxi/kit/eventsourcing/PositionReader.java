package io.guanxi.kit.eventsourcing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/** Reads the events of all streams in position order. Who calls must not read past the fence. */
final class PositionReader {
    private static final String SQL =
            "SELECT s.type AS kind, "
                    + StoredEvent.COLUMNS
                    + " FROM event e JOIN stream s ON s.id = e.stream_id"
                    + " WHERE e.position > ? AND e.position <= ? ORDER BY e.position LIMIT ?";
    private static final String FENCE = "SELECT fence('1 s')";

    /** Takes each event with the kind of its stream. */
    interface Visitor {
        void visit(String kind, StoredEvent event);
    }

    private PositionReader() {}

    /** Up to where nothing can appear any more; empty while an append hangs. */
    static OptionalLong fence(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FENCE);
                ResultSet row = statement.executeQuery()) {
            row.next();
            long reached = row.getLong(1);
            return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(reached);
        }
    }

    /** How far was read: to {@code reached}, or to the last event that fitted into the limit. */
    static long read(Connection connection, long after, long reached, int limit, Visitor visitor)
            throws SQLException {
        int rowCount = 0;
        long last = after;
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setLong(1, after);
            statement.setLong(2, reached);
            statement.setInt(3, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    StoredEvent event = StoredEvent.read(rows);
                    visitor.visit(rows.getString("kind"), event);
                    last = event.position();
                    rowCount++;
                }
            }
        }
        return rowCount < limit ? reached : last;
    }
}
