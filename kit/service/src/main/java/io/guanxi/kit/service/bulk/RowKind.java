package io.guanxi.kit.service.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Lines that become rows rather than events, each known by an id of its own however often it comes.
 * A chunk of a job is taken in one transaction with its results, so that a crash undoes both.
 */
public non-sealed interface RowKind extends ImportKind {

    /** Takes a short body in. What it returns is the answer. */
    Object atOnce(List<RawLine> lines, boolean dry);

    /** A job begins, or goes on after a crash; a dry one leaves nothing behind. */
    Taking begin(boolean dry);

    /** One job. */
    interface Taking {

        /** Takes a chunk in, in the caller's transaction. */
        List<LineResult> take(Connection connection, List<RawLine> lines) throws SQLException;
    }
}
