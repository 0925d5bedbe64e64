package io.guanxi.scoring.tiers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is asked of a tier run. */
public sealed interface TierRunCommand {
    record RequestTierRun(UUID runId, Instant asOf) implements TierRunCommand {}

    record CompleteTierRun(boolean published, List<CohortResult> cohorts)
            implements TierRunCommand {}
}
