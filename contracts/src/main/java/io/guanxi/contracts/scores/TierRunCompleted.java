package io.guanxi.contracts.scores;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import io.guanxi.contracts.clients.ClientKind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A tier run has published all it had to. Key: the run's stream id.
 *
 * @param cohort absent if the run covered all cohorts
 * @param asOf the instant the facts were taken at
 * @param counts clients by tier and by outcome, for example {@code A1}, {@code changed}
 */
@EventType(name = "tier-run-completed", description = "A tier run has published all it had to.")
public record TierRunCompleted(
        UUID runId,
        @MayBeAbsent ClientKind cohort,
        Instant asOf,
        String modelVersion,
        Map<String, Long> counts) {

    public TierRunCompleted {
        counts = counts == null ? Map.of() : Map.copyOf(counts);
    }
}
