package io.guanxi.kit.service.book;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.clients.BreakGlassOpened;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Projection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/**
 * Hears from client-service whose personal data were opened. No bean by itself: a service that
 * keeps words about clients makes it one.
 */
public class BreakGlassProjection implements Projection {
    private static final String OPENED =
            """
            insert into book_break_glass as g (client_id, openings)
            values (?, jsonb_build_array(jsonb_build_object('byId', ?::text, 'until', ?::timestamptz)))
            on conflict (client_id) do update set openings = excluded.openings || (
                select coalesce(jsonb_agg(o), '[]') from jsonb_array_elements(g.openings) o
                 where cast(o->>'until' as timestamptz) > ?)
            """;

    @Override
    public String name() {
        return "break-glass";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.CLIENTS);
    }

    @Override
    public Set<String> types() {
        return Set.of(Contract.ceType(BreakGlassOpened.class));
    }

    @Override
    public Set<String> tables() {
        return Set.of("book_break_glass");
    }

    @Override
    public void apply(Connection connection, List<InboundEvent> events) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(OPENED)) {
            for (InboundEvent event : events) {
                BreakGlassOpened opened = event.as(BreakGlassOpened.class);
                if (opened.until() != null) {
                    upsert.setObject(1, opened.clientId());
                    upsert.setString(2, opened.byId());
                    upsert.setObject(3, opened.until().atOffset(ZoneOffset.UTC));
                    upsert.setObject(4, opened.at().atOffset(ZoneOffset.UTC));
                    upsert.addBatch();
                }
            }
            upsert.executeBatch();
        }
    }
}
