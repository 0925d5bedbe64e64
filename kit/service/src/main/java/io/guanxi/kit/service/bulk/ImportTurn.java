package io.guanxi.kit.service.bulk;

import io.guanxi.kit.eventsourcing.StoreException;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One instance of a service runs imports at a time: a lock of its session, gone with its death. */
@ApplicationScoped
class ImportTurn {
    private static final String LOCK = "select pg_try_advisory_lock(7413)";
    private static final String UNLOCK = "select pg_advisory_unlock(7413)";

    private final javax.sql.DataSource database;

    ImportTurn(@DataSource("write") javax.sql.DataSource database) {
        this.database = database;
    }

    /** Does the work if no other instance is at it. */
    void ifMine(Runnable work) {
        try (Connection connection = database.getConnection()) {
            if (!truth(connection, LOCK)) {
                return;
            }
            try {
                work.run();
            } finally {
                truth(connection, UNLOCK);
            }
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
    }

    private static boolean truth(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
