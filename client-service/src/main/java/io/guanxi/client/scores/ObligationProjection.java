package io.guanxi.client.scores;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.obligations.ObligationChanged;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Projection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a client is owed; an obligation that ended is owed no more. */
@ApplicationScoped
public class ObligationProjection implements Projection {
    private static final String OWED =
            """
            insert into client_obligation (obligation_id, client_id, kind, state, opened_at, warn_at,
                                           due_at)
            select r.obligation_id, r.client_id, r.kind, r.state, r.opened_at, r.warn_at, r.due_at
              from jsonb_to_recordset(cast(? as jsonb))
                   as r(obligation_id uuid, client_id uuid, kind text, state text,
                        opened_at timestamptz, warn_at timestamptz, due_at timestamptz)
            on conflict (obligation_id) do update
               set client_id = excluded.client_id, state = excluded.state,
                   opened_at = excluded.opened_at, warn_at = excluded.warn_at,
                   due_at = excluded.due_at
            """;
    private static final String ENDED =
            "delete from client_obligation where obligation_id = any(?)";

    private record Row(
            UUID obligation_id,
            UUID client_id,
            String kind,
            String state,
            Instant opened_at,
            Instant warn_at,
            Instant due_at) {

        static Row of(ObligationChanged owed) {
            return new Row(
                    owed.obligationId(),
                    owed.clientId(),
                    owed.kind(),
                    owed.state().name(),
                    owed.openedAt(),
                    owed.warnAt(),
                    owed.dueAt());
        }
    }

    @Override
    public String name() {
        return "client-obligations";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.VISITS);
    }

    @Override
    public Set<String> types() {
        return Set.of(Contract.ceType(ObligationChanged.class));
    }

    @Override
    public Set<String> tables() {
        return Set.of("client_obligation");
    }

    @Override
    public void apply(Connection connection, List<InboundEvent> events) throws SQLException {
        Map<UUID, ObligationChanged> latest = new LinkedHashMap<>();
        for (InboundEvent event : events) {
            ObligationChanged changed = event.as(ObligationChanged.class);
            if (changed.clientId() != null) {
                latest.put(changed.obligationId(), changed);
            }
        }
        Upserts.run(
                connection,
                OWED,
                latest.values().stream().filter(ObligationProjection::owed).map(Row::of).toList());
        List<UUID> ended =
                latest.values().stream()
                        .filter(changed -> !owed(changed))
                        .map(ObligationChanged::obligationId)
                        .toList();
        if (!ended.isEmpty()) {
            try (PreparedStatement delete = connection.prepareStatement(ENDED)) {
                delete.setArray(1, connection.createArrayOf("uuid", ended.toArray()));
                delete.executeUpdate();
            }
        }
    }

    private static boolean owed(ObligationChanged changed) {
        return switch (changed.state()) {
            case OPEN, PAUSED -> true;
            case MET, CANCELLED -> false;
        };
    }
}
