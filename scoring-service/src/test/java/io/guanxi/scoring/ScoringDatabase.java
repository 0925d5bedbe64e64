package io.guanxi.scoring;

import io.guanxi.kit.testing.TestStack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An empty database of this service, for tests of SQL without a service around it. */
public final class ScoringDatabase implements AutoCloseable {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final List<String> MIGRATIONS = List.of("V1__facts.sql", "V2__scores.sql");

    private final Connection connection;

    private ScoringDatabase(Connection connection) {
        this.connection = connection;
    }

    public static ScoringDatabase create() throws SQLException, IOException {
        String name = "scoring_sql_" + COUNTER.incrementAndGet();
        try (Connection server = TestStack.postgres().connect("postgres");
                Statement statement = server.createStatement()) {
            statement.execute("create database " + name);
        }
        Connection connection = TestStack.postgres().connect(name);
        for (String migration : MIGRATIONS) {
            String path = "/db/migration/" + migration;
            try (InputStream sql = ScoringDatabase.class.getResourceAsStream(path);
                    Statement statement = connection.createStatement()) {
                statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        connection.setAutoCommit(false);
        return new ScoringDatabase(connection);
    }

    public Connection connection() {
        return connection;
    }

    /** The rows of a query as text, columns joined by a bar. */
    public List<String> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> found = new java.util.ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder row = new StringBuilder(String.valueOf(rows.getString(1)));
                for (int column = 2; column <= columns; column++) {
                    row.append('|').append(rows.getString(column));
                }
                found.add(row.toString());
            }
            return found;
        }
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
