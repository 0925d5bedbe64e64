package io.guanxi.kit.eventsourcing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;

/** Where the rows of a read model come from when it is built anew. Used once, by one thread. */
interface Refill extends AutoCloseable {

    String name();

    Set<String> tables();

    /** About how many events there are. */
    long total(Connection connection) throws SQLException;

    /** Applied so far. */
    long done();

    /** Fills the new tables up to shortly before the present, in transactions of its own. */
    void fill(Connection connection) throws SQLException;

    /**
     * In the transaction of the switch: stops who writes the live tables, and applies the rest.
     *
     * @throws SQLException with a race's state if the rest is too much; then it is filled again
     */
    void finish(Connection connection) throws SQLException;

    @Override
    default void close() {}

    /** Runs a transaction in which table names mean the new tables. */
    static void inNewTables(Connection connection, SqlWork work) throws SQLException {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("The process ends");
        }
        connection.setAutoCommit(false);
        try {
            lookAtNewTables(connection);
            work.run();
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    static void lookAtNewTables(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SET LOCAL search_path = rebuild, public")) {
            statement.execute();
        }
    }

    /** Statements. */
    interface SqlWork {
        void run() throws SQLException;
    }
}
