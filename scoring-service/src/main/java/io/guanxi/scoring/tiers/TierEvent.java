package io.guanxi.scoring.tiers;

import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.contracts.scores.Tier;
import io.guanxi.kit.eventsourcing.EventTypes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is recorded about a client's tier. Stored for ever: add, never rename. */
public sealed interface TierEvent {
    EventTypes<TierEvent> TYPES =
            EventTypes.of(TierEvent.class).type("tier-changed", TierChanged.class).build();

    /**
     * Another tier, or a score that moved far enough, with its receipt.
     *
     * @param previousTier null for a first tier
     * @param score null if the client was not ranked; so is rank
     * @param runId null for a provisional tier outside of a run; so is cohortSize
     */
    record TierChanged(
            UUID clientId,
            ClientKind cohort,
            Tier tier,
            Tier previousTier,
            boolean provisional,
            BigDecimal score,
            Integer rank,
            Integer cohortSize,
            UUID runId,
            String modelVersion,
            Instant asOf,
            List<FactorReceipt> factors,
            List<CutOff> cutOffs)
            implements TierEvent {

        public TierChanged {
            factors = List.copyOf(factors);
            cutOffs = List.copyOf(cutOffs);
        }
    }
}
