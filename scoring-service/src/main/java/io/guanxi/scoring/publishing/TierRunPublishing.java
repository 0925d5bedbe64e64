package io.guanxi.scoring.publishing;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.scores.TierRunCompleted;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Publishing;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.scoring.tiers.CohortResult;
import io.guanxi.scoring.tiers.TierRun;
import io.guanxi.scoring.tiers.TierRunEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A completed run is told once per cohort; that it was asked for concerns nobody else. */
@ApplicationScoped
class TierRunPublishing implements Publishing<TierRunEvent> {
    private static final String TYPE = Contract.ceType(TierRunCompleted.class);

    @Override
    public Aggregate<?, ?, TierRunEvent> aggregate() {
        return TierRun.AGGREGATE;
    }

    @Override
    public List<PublicEvent> publish(Recorded<TierRunEvent> event) {
        return switch (event.event()) {
            case TierRunEvent.TierRunRequested _ -> List.of();
            case TierRunEvent.TierRunCompleted run ->
                    run.cohorts().stream().map(cohort -> told(run, cohort)).toList();
        };
    }

    private static PublicEvent told(TierRunEvent.TierRunCompleted run, CohortResult cohort) {
        return new PublicEvent(
                Topics.SCORES,
                TYPE,
                new TierRunCompleted(
                        run.runId(),
                        cohort.cohort(),
                        run.asOf(),
                        cohort.modelVersion(),
                        cohort.counts()));
    }
}
