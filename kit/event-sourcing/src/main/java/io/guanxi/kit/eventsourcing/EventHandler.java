package io.guanxi.kit.eventsourcing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What a consumer does with events, whichever way it is written. */
interface EventHandler {
    String name();

    Set<String> topics();

    /** Empty means all. */
    Set<String> types();

    /** How many records it takes at once at most. */
    int batch();

    /**
     * Applies events in the consumer's transaction.
     *
     * @return whether own events were appended
     */
    boolean apply(Connection connection, List<InboundEvent> events) throws SQLException;

    default boolean wants(InboundEvent event) {
        return types().isEmpty() || types().contains(event.type());
    }

    static EventHandler of(Projection projection, int batch) {
        return new EventHandler() {
            @Override
            public String name() {
                return projection.name();
            }

            @Override
            public Set<String> topics() {
                return projection.topics();
            }

            @Override
            public Set<String> types() {
                return projection.types();
            }

            @Override
            public int batch() {
                return batch;
            }

            @Override
            public boolean apply(Connection connection, List<InboundEvent> events)
                    throws SQLException {
                projection.apply(connection, events);
                return false;
            }
        };
    }
}
