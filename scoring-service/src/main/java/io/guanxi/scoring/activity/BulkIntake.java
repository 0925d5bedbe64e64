package io.guanxi.scoring.activity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * While a bulk of old facts comes in, risks wait until it has been quiet for a moment: half a
 * history looks like a client who left.
 */
public final class BulkIntake {
    private static final String BEGIN =
            "update bulk_intake set quiet_until = clock_timestamp() + interval '2 seconds'";
    private static final String RUNNING =
            "select exists (select 1 from bulk_intake where quiet_until > clock_timestamp())";

    private BulkIntake() {}

    static void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(BEGIN);
        }
    }

    /** Whether a bulk is coming in, here or in another instance. */
    public static boolean running(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(RUNNING)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
