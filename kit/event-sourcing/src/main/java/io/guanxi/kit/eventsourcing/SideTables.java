package io.guanxi.kit.eventsourcing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads what stands beside the events: the commands carried out and the keys taken. */
final class SideTables {
    private SideTables() {}

    static Map<UUID, KnownCommand> known(Connection connection, Collection<UUID> ids)
            throws SQLException {
        Map<UUID, KnownCommand> known = new HashMap<>();
        String sql =
                "SELECT id, request_hash, stream_id, version, status FROM command"
                        + " WHERE id = ANY (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    KnownCommand command =
                            new KnownCommand(
                                    row.getObject(1, UUID.class),
                                    row.getBytes(2),
                                    row.getObject(3, UUID.class),
                                    row.getInt(4),
                                    row.getInt(5));
                    known.put(command.id(), command);
                }
            }
        }
        return known;
    }

    static Map<String, UUID> holders(Connection connection, String scope, Collection<String> keys)
            throws SQLException {
        Map<String, UUID> holders = new HashMap<>();
        String sql = "SELECT key, owner FROM reservation WHERE scope = ? AND key = ANY (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, scope);
            statement.setArray(2, connection.createArrayOf("text", keys.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    holders.put(row.getString(1), row.getObject(2, UUID.class));
                }
            }
        }
        return holders;
    }

    static Set<UUID> touched(
            Connection connection, Collection<UUID> streams, Collection<UUID> commands)
            throws SQLException {
        Set<UUID> touched = new HashSet<>();
        String sql =
                "SELECT DISTINCT stream_id FROM event"
                        + " WHERE stream_id = ANY (?) AND command_id = ANY (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", streams.toArray()));
            statement.setArray(2, connection.createArrayOf("uuid", commands.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    touched.add(row.getObject(1, UUID.class));
                }
            }
        }
        return touched;
    }

    static Map<UUID, Instant> changedAt(Connection connection, Collection<UUID> streams)
            throws SQLException {
        Map<UUID, Instant> changed = new HashMap<>();
        String sql =
                "SELECT s.id, e.recorded_at FROM stream s JOIN event e"
                        + " ON e.stream_id = s.id AND e.version = s.version WHERE s.id = ANY (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", streams.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    changed.put(
                            row.getObject(1, UUID.class),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                }
            }
        }
        return changed;
    }
}
