package io.guanxi.scoring.churn;

import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.kit.eventsourcing.EventTypes;
import java.util.UUID;

/** What is recorded about a client's churn risk. Stored for ever: add, never rename. */
public sealed interface ChurnEvent {
    EventTypes<ChurnEvent> TYPES =
            EventTypes.of(ChurnEvent.class).type("churn-risk-changed", RiskChanged.class).build();

    /**
     * The risk has another level, or moved far enough to be told.
     *
     * @param previousLevel null for the first
     */
    record RiskChanged(
            UUID clientId, RiskLevel level, RiskLevel previousLevel, ChurnReceipt receipt)
            implements ChurnEvent {}
}
