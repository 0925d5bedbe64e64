package io.guanxi.scoring.tiers;

import io.guanxi.contracts.Ids;
import io.guanxi.contracts.scores.Tier;
import io.guanxi.kit.eventsourcing.Aggregate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Where a client stands: the last tier that was published.
 *
 * @param tier null before the first
 * @param score null while the client is not ranked
 * @param asOf of the run that placed the client; null before the first
 */
public record Standing(
        UUID clientId, Tier tier, boolean provisional, BigDecimal score, Instant asOf) {
    static final Standing NONE = new Standing(null, null, false, null, null);

    public static final Aggregate<TierCommand, Standing, TierEvent> AGGREGATE =
            Aggregate.of("score", new TierDecider(), TierEvent.TYPES)
                    .keyedBy((_, standing) -> standing.clientId())
                    .withViews(new ClientTierView());

    /** The last tier that was earned; a provisional one is not, and what follows it is a first. */
    Tier ranked() {
        return provisional ? null : tier;
    }

    /** The stream of a client. */
    public static UUID stream(UUID client) {
        return Ids.of("score", client);
    }
}
