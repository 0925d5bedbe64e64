package io.guanxi.kit.eventsourcing;

import io.agroal.api.AgroalDataSource;
import io.guanxi.kit.testing.ConnectionPool;
import io.guanxi.kit.testing.LocalPostgres;
import io.guanxi.kit.testing.TestStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A fresh database with the kit's tables, under the roles that a service has. */
final class TestDatabase {
    private static final java.util.concurrent.atomic.AtomicInteger COUNT =
            new java.util.concurrent.atomic.AtomicInteger();

    private static final int CONNECTIONS = 32;

    private final LocalPostgres.Database database;

    private TestDatabase(LocalPostgres.Database database) {
        this.database = database;
    }

    static TestDatabase fresh() {
        TestDatabase fresh =
                new TestDatabase(
                        TestStack.postgres()
                                .database(
                                        "kit_"
                                                + ProcessHandle.current().pid()
                                                + "_"
                                                + COUNT.incrementAndGet()));
        EventStoreSchema.scripts().forEach(fresh::asOwner);
        fresh.asOwner(Counters.VIEW_TABLE);
        return fresh;
    }

    DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }

    /** For tests that ask for many connections in a short time. */
    AgroalDataSource pool() {
        try {
            return ConnectionPool.of(
                    database.url(), database.user(), database.password(), CONNECTIONS);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    DirectDatabase direct() {
        return new DirectDatabase(database.url(), database.user(), database.password());
    }

    void asOwner(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), database.owner(), database.ownerPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String sql) {
        return Long.parseLong(text(sql));
    }

    String text(String sql) {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
