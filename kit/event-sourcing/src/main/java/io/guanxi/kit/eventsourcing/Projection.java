package io.guanxi.kit.eventsourcing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Topics in, rows out: writes what others published into this service's own tables. The rows, the
 * offset and the sequence are one transaction, so each event counts once however often it arrives.
 *
 * <p>With several lanes it is called by as many threads at once, each with keys of its own.
 */
public interface Projection {

    /** Its stored name, for ever: the offsets are kept under it. */
    String name();

    Set<String> topics();

    /** The CloudEvents types it wants; the others are passed over. Empty means all. */
    Set<String> types();

    /**
     * The tables whose rows follow from the topics alone, so that {@link Rebuilds} can fill them
     * anew. Empty: it cannot be rebuilt, for example because others write to its rows.
     */
    default Set<String> tables() {
        return Set.of();
    }

    /**
     * Writes a batch with set-based SQL, its tables named without a schema. Events of one key come
     * in order. Neither commits nor rolls back the connection; an exception rolls the batch back,
     * and it comes again.
     */
    void apply(Connection connection, List<InboundEvent> events) throws SQLException;
}
