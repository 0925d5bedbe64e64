package io.guanxi.client.scores;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.visits.VisitLogged;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Projection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** When a client was last seen or spoken to; a visit reported late may not be the last one. */
@ApplicationScoped
public class LastContactProjection implements Projection {
    private static final String SQL =
            """
            insert into client_last_contact as c (client_id, visit_id, channel, contact_at)
            select r.client_id, r.visit_id, r.channel, r.contact_at
              from jsonb_to_recordset(cast(? as jsonb))
                   as r(client_id uuid, visit_id uuid, channel text, contact_at timestamptz)
            on conflict (client_id) do update
               set visit_id = excluded.visit_id, channel = excluded.channel,
                   contact_at = excluded.contact_at
             where excluded.contact_at >= c.contact_at
            """;

    private record Row(UUID client_id, UUID visit_id, String channel, Instant contact_at) {
        Row later(Row other) {
            return other.contact_at.isBefore(contact_at) ? this : other;
        }
    }

    @Override
    public String name() {
        return "client-last-contact";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.VISITS);
    }

    @Override
    public Set<String> types() {
        return Set.of(Contract.ceType(VisitLogged.class));
    }

    @Override
    public Set<String> tables() {
        return Set.of("client_last_contact");
    }

    @Override
    public void apply(Connection connection, List<InboundEvent> events) throws SQLException {
        Map<UUID, Row> rows = new LinkedHashMap<>();
        for (InboundEvent event : events) {
            VisitLogged e = event.as(VisitLogged.class);
            rows.merge(
                    e.clientId(),
                    new Row(e.clientId(), e.visitId(), e.channel().name(), e.at()),
                    Row::later);
        }
        Upserts.run(connection, SQL, rows.values());
    }
}
