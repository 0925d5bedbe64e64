package io.guanxi.client.scores;

import io.guanxi.kit.eventsourcing.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** Writes many rows with one statement that reads them as JSON. */
final class Upserts {
    private Upserts() {}

    static void run(Connection connection, String sql, Collection<?> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, new String(Json.bytes(rows), StandardCharsets.UTF_8));
            statement.executeUpdate();
        }
    }
}
