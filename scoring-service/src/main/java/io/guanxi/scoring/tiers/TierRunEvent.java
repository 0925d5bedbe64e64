package io.guanxi.scoring.tiers;

import io.guanxi.kit.eventsourcing.EventTypes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is recorded about a tier run. Stored for ever: add, never rename. */
public sealed interface TierRunEvent {
    EventTypes<TierRunEvent> TYPES =
            EventTypes.of(TierRunEvent.class)
                    .type("tier-run-requested", TierRunRequested.class)
                    .type("tier-run-completed", TierRunCompleted.class)
                    .build();

    record TierRunRequested(UUID runId, Instant asOf) implements TierRunEvent {}

    /**
     * Every client was scored, and what changed was published.
     *
     * @param published false if a run of a later day had been published before
     */
    record TierRunCompleted(UUID runId, Instant asOf, boolean published, List<CohortResult> cohorts)
            implements TierRunEvent {

        public TierRunCompleted {
            cohorts = List.copyOf(cohorts);
        }
    }
}
