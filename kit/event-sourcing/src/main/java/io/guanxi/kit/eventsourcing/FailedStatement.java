package io.guanxi.kit.eventsourcing;

import java.sql.SQLException;

/** Carries a {@link SQLException} through code that may not throw one. */
final class FailedStatement extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SQLException statementCause;

    FailedStatement(SQLException cause) {
        super(cause);
        this.statementCause = cause;
    }

    SQLException statementCause() {
        return statementCause;
    }
}
