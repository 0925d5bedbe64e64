package io.guanxi.scoring.churn;

import io.guanxi.contracts.Ids;
import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.kit.eventsourcing.Aggregate;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A client's churn risk as it was told last.
 *
 * @param level null before the first
 * @param risk null when there was not enough data
 */
public record Churn(UUID clientId, RiskLevel level, BigDecimal risk) {
    static final Churn UNTOLD = new Churn(null, null, null);

    public static final Aggregate<AssessChurn, Churn, ChurnEvent> AGGREGATE =
            Aggregate.of("churn", new ChurnDecider(), ChurnEvent.TYPES)
                    .keyedBy((_, churn) -> churn.clientId())
                    .withViews(new ClientChurnView());

    /** The stream of a client. */
    public static UUID stream(UUID client) {
        return Ids.of("churn", client);
    }
}
