package io.guanxi.kit.service.http;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;

/** Tells a database that is away, or has no connection to spare, from a mistake of ours. */
public final class Outages {
    private Outages() {}

    /** Whether it is the database that is away, not a wrong statement of ours. */
    public static boolean isOutage(Throwable thrown) {
        if (thrown instanceof SQLTransientException) {
            return true;
        }
        if (!(thrown instanceof SQLException failure)) {
            return false;
        }
        String state = failure.getSQLState();
        if (state == null) {
            // Agroal's own failures carry no state.
            String message = String.valueOf(failure.getMessage());
            return message.contains("Acquisition timeout")
                    || message.contains("pool is shutting down")
                    || failure.getCause() instanceof IOException;
        }
        return state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || state.equals("57014")
                || state.equals("25P03")
                || state.equals("25P04");
    }
}
