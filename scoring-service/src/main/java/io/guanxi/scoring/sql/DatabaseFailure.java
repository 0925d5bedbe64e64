package io.guanxi.scoring.sql;

import java.sql.SQLException;

/** The database could not do what it was asked; the caller may try again. */
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
