package io.guanxi.kit.eventsourcing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Borrowing connections. Nothing open ever goes back: a pool may commit it on close. */
final class Transactions {
    private static final Set<String> RACES = Set.of("40001", "40P01", "55P03");
    private static final Set<String> BAD_DATA = Set.of("22", "23", "54");

    private Transactions() {}

    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Runs statements that are each a transaction of their own. */
    static <T> T single(DataSource source, Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
            return work.run(connection);
        }
    }

    /** A read whose connection was cut (a restart, a session ended) is asked once more. */
    static <T> T read(DataSource source, Work<T> work) {
        try {
            return single(source, work);
        } catch (SQLException e) {
            if (!connectionLost(e)) {
                throw new StoreException.Unavailable(e);
            }
        }
        try {
            return single(source, work);
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
    }

    /** Runs one transaction: committed when the work returns, rolled back when it throws. */
    static <T> T transaction(DataSource source, Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } finally {
                end(connection);
            }
        }
    }

    /** Another transaction stood in the way; the same work may succeed when it is run again. */
    static boolean lostRace(SQLException e) {
        return RACES.contains(String.valueOf(e.getSQLState()));
    }

    /**
     * The connection or the server is gone, so whether a commit took place is unknown. 25P03 and
     * 25P04 are idle_in_transaction_session_timeout and transaction_timeout, which end the session.
     */
    static boolean connectionLost(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08")
                || state.startsWith("57P0")
                || state.equals("25P03")
                || state.equals("25P04");
    }

    /**
     * The data themselves cannot be stored: no repeat will help. 54 is a limit of the server's, a
     * key too long for its index for example.
     */
    static boolean badData(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return BAD_DATA.stream().anyMatch(state::startsWith);
    }

    /** A database error that may pass, wherever it is wrapped. */
    static Optional<SQLException> passingCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e) {
                return badData(e) ? Optional.empty() : Optional.of(e);
            }
        }
        return Optional.empty();
    }

    private static void end(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException _) {
            // The connection is broken; the pool finds out when it is closed.
        }
    }
}
