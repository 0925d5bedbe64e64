package io.guanxi.scoring.tiers;

import io.guanxi.contracts.clients.ClientKind;
import java.time.Instant;
import java.util.UUID;

/** What is asked of a client's standing. */
public sealed interface TierCommand {

    /**
     * A run has placed the client.
     *
     * @param placed as it will be recorded; its previous tier is filled in
     * @param publishDelta a score that moved by so many points is told though the tier stands
     */
    record PlaceClient(TierEvent.TierChanged placed, int publishDelta) implements TierCommand {}

    /** A new client is C until a run ranks it. */
    record GiveProvisionalTier(UUID clientId, ClientKind cohort, String modelVersion, Instant asOf)
            implements TierCommand {}
}
