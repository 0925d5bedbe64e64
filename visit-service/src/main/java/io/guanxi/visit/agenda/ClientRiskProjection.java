package io.guanxi.visit.agenda;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.scores.ChurnRiskChanged;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.Projection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keeps the churn risk of every client that has one. */
@ApplicationScoped
public class ClientRiskProjection implements Projection {
    private static final String UPSERT =
            """
            insert into client_risk (client_id, level, risk, at)
            select "clientId", level, risk, at from jsonb_to_recordset(?::jsonb)
                as x("clientId" uuid, level text, risk numeric, at timestamptz)
            on conflict (client_id) do update
                set level = excluded.level, risk = excluded.risk, at = excluded.at\
            """;

    private record Row(UUID clientId, String level, BigDecimal risk, Instant at) {}

    @Override
    public String name() {
        return "client-risk";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.SCORES);
    }

    @Override
    public Set<String> types() {
        return Set.of(Contract.ceType(ChurnRiskChanged.class));
    }

    @Override
    public Set<String> tables() {
        return Set.of("client_risk");
    }

    @Override
    public void apply(Connection connection, List<InboundEvent> events) throws SQLException {
        Map<UUID, Row> latest = new LinkedHashMap<>();
        for (InboundEvent event : events) {
            ChurnRiskChanged risk = event.as(ChurnRiskChanged.class);
            latest.put(
                    risk.clientId(),
                    new Row(risk.clientId(), risk.level().name(), risk.risk(), event.occurredAt()));
        }
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setString(1, new String(Json.bytes(latest.values()), StandardCharsets.UTF_8));
            upsert.executeUpdate();
        }
    }
}
