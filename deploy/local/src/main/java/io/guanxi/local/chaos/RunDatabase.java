package io.guanxi.local.chaos;

import io.guanxi.kit.eventsourcing.EventStoreSchema;
import io.guanxi.kit.testing.LocalPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/** The database of one run, as its owner and as the superuser see it. */
final class RunDatabase {
    private static final String TABLES =
            """
            CREATE TABLE tally_view (tally_id uuid PRIMARY KEY, sum bigint NOT NULL, moves int NOT NULL);
            CREATE TABLE tally_seen (tally_id uuid PRIMARY KEY, sum bigint NOT NULL, moves int NOT NULL,
                last_version int NOT NULL, disorder int NOT NULL);
            CREATE TABLE cured (at timestamptz NOT NULL);
            """;

    private final LocalPostgres postgres;
    private final String name;
    private final LocalPostgres.Database login;

    private RunDatabase(LocalPostgres postgres, String name) {
        this.postgres = postgres;
        this.name = name;
        this.login = postgres.database(name);
    }

    static RunDatabase create(LocalPostgres postgres, String name, Mutant mutant)
            throws SQLException, IOException {
        RunDatabase database = new RunDatabase(postgres, name);
        try (Connection connection =
                        DriverManager.getConnection(
                                database.login.url(),
                                database.login.owner(),
                                database.login.ownerPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(kit());
            statement.execute(TABLES);
            mutant.install(connection);
        }
        return database;
    }

    LocalPostgres.Database login() {
        return login;
    }

    /** A connection as superuser. */
    Connection connect() throws SQLException {
        return postgres.connect(name);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    String text(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static String kit() {
        return EventStoreSchema.scripts().collect(Collectors.joining("\n"));
    }
}
