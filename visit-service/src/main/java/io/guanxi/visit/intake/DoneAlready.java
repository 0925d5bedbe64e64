package io.guanxi.visit.intake;

import io.guanxi.kit.eventsourcing.StoreException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Which commands of a batch were carried out before. A phone that sends a day again is answered
 * from here, whatever has become of the book since.
 */
@ApplicationScoped
class DoneAlready {
    private static final String SELECT =
            "select id, request_hash, version from command where id = any(?)";

    private final DataSource database;

    DoneAlready(DataSource database) {
        this.database = database;
    }

    /** How it ended. */
    record Done(byte[] requestHash, int version) {}

    Map<UUID, Done> among(Collection<UUID> commandIds) {
        Map<UUID, Done> done = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setArray(1, connection.createArrayOf("uuid", commandIds.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    done.put(
                            rows.getObject(1, UUID.class),
                            new Done(rows.getBytes(2), rows.getInt(3)));
                }
            }
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
        return done;
    }
}
