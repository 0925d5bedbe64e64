package io.guanxi.scoring.tiers;

import io.guanxi.kit.eventsourcing.Aggregate;
import java.time.Instant;
import java.util.UUID;

/** A run over all clients, as its rules see it. */
public sealed interface TierRun {
    record Unasked() implements TierRun {}

    record Requested(UUID runId, Instant asOf) implements TierRun {}

    record Completed(UUID runId) implements TierRun {}

    Aggregate<TierRunCommand, TierRun, TierRunEvent> AGGREGATE =
            Aggregate.of("tier-run", new TierRunDecider(), TierRunEvent.TYPES)
                    .withViews(new TierRunView());
}
