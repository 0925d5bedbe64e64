package io.guanxi.client.scores;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.scores.ChurnRiskChanged;
import io.guanxi.contracts.scores.TierChanged;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Projection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A client's tier and churn risk, as scoring-service judged last. */
@ApplicationScoped
public class ScoreProjection implements Projection {
    private static final String TIER = Contract.ceType(TierChanged.class);
    private static final String RISK = Contract.ceType(ChurnRiskChanged.class);
    private static final String TIERS =
            """
            insert into client_score as s (client_id, tier, provisional, tier_at)
            select r.client_id, r.tier, r.provisional, r.at
              from jsonb_to_recordset(cast(? as jsonb))
                   as r(client_id uuid, tier text, provisional boolean, at timestamptz)
            on conflict (client_id) do update
               set tier = excluded.tier, provisional = excluded.provisional,
                   tier_at = excluded.tier_at
            """;
    private static final String RISKS =
            """
            insert into client_score as s (client_id, risk_level, risk, risk_at)
            select r.client_id, r.level, r.risk, r.at
              from jsonb_to_recordset(cast(? as jsonb))
                   as r(client_id uuid, level text, risk numeric, at timestamptz)
            on conflict (client_id) do update
               set risk_level = excluded.risk_level, risk = excluded.risk,
                   risk_at = excluded.risk_at
            """;

    private record TierRow(UUID client_id, String tier, boolean provisional, Instant at) {}

    private record RiskRow(UUID client_id, String level, BigDecimal risk, Instant at) {}

    @Override
    public String name() {
        return "client-scores";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.SCORES);
    }

    @Override
    public Set<String> types() {
        return Set.of(TIER, RISK);
    }

    @Override
    public Set<String> tables() {
        return Set.of("client_score");
    }

    @Override
    public void apply(Connection connection, List<InboundEvent> events) throws SQLException {
        Map<UUID, TierRow> tiers = new LinkedHashMap<>();
        Map<UUID, RiskRow> risks = new LinkedHashMap<>();
        for (InboundEvent event : events) {
            if (event.type().equals(TIER)) {
                TierChanged e = event.as(TierChanged.class);
                tiers.put(
                        e.clientId(),
                        new TierRow(
                                e.clientId(),
                                e.tier().name(),
                                e.provisional(),
                                event.occurredAt()));
            } else {
                ChurnRiskChanged e = event.as(ChurnRiskChanged.class);
                risks.put(
                        e.clientId(),
                        new RiskRow(e.clientId(), e.level().name(), e.risk(), event.occurredAt()));
            }
        }
        Upserts.run(connection, TIERS, tiers.values());
        Upserts.run(connection, RISKS, risks.values());
    }
}
