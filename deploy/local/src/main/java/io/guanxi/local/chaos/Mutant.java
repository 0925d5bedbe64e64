package io.guanxi.local.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * A mistake that is easily made, put into one run's database or worker processes to see whether the
 * checker finds it. Production code knows nothing of it.
 */
enum Mutant {
    NONE,

    /** The relay reads whatever is there, without waiting for appends that are still open. */
    NAIVE_CURSOR {
        @Override
        List<Fault> faults() {
            return List.of(Fault.HELD_APPEND, Fault.HELD_APPEND, Fault.HELD_APPEND);
        }

        @Override
        void into(Statement statement) throws SQLException {
            statement.execute(
                    """
                    CREATE OR REPLACE FUNCTION fence(patience interval) RETURNS bigint LANGUAGE sql AS
                    'SELECT coalesce(max(position), 0) FROM event'
                    """);
        }
    },

    /** The cursor is stored when a batch is read, before Kafka has committed it. */
    EARLY_CURSOR {
        @Override
        List<Fault> faults() {
            return List.of(Fault.KILL_RELAY_SENT);
        }

        @Override
        String rewrite(String sql) {
            if (sql.contains(FaultyConnection.BATCH)) {
                return "WITH batch AS ("
                        + sql
                        + "), early AS (UPDATE relay_cursor SET position = (SELECT max(position)"
                        + " FROM batch) WHERE EXISTS (SELECT FROM batch))"
                        + " SELECT * FROM batch ORDER BY position";
            }
            return sql.contains(FaultyConnection.MOVE)
                    ? replaced(sql, "AND position = ?", "AND position >= ?")
                    : sql;
        }
    },

    /** The command row of a lost race stays, so that its repeat is taken for done. */
    LOSER_ROW {
        @Override
        List<Fault> faults() {
            return List.of(Fault.LOST_RACE);
        }

        @Override
        void into(Statement statement) throws SQLException {
            String append;
            try (ResultSet row =
                    statement.executeQuery(
                            "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE proname = 'append'")) {
                row.next();
                append = row.getString(1);
            }
            statement.execute(
                    replaced(
                            append,
                            "WHERE won[u.i] AND u.id IS NOT NULL",
                            "WHERE u.id IS NOT NULL"));
        }
    };

    /** The faults under which it shows. */
    List<Fault> faults() {
        return List.of(Fault.values());
    }

    void install(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            into(statement);
        }
    }

    void into(Statement statement) throws SQLException {}

    /** What a worker's connections make of a statement of the kit. */
    String rewrite(String sql) {
        return sql;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String replaced(String text, String old, String by) {
        if (!text.contains(old)) {
            throw new IllegalStateException("The kit no longer says: " + old);
        }
        return text.replace(old, by);
    }
}
