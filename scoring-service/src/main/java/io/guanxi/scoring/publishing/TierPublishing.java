package io.guanxi.scoring.publishing;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.scores.TierChanged;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Publishing;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.scoring.tiers.Standing;
import io.guanxi.scoring.tiers.TierEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class TierPublishing implements Publishing<TierEvent> {
    private static final String TYPE = Contract.ceType(TierChanged.class);

    @Override
    public Aggregate<?, ?, TierEvent> aggregate() {
        return Standing.AGGREGATE;
    }

    @Override
    public List<PublicEvent> publish(Recorded<TierEvent> event) {
        return switch (event.event()) {
            case TierEvent.TierChanged e ->
                    List.of(
                            new PublicEvent(
                                    Topics.SCORES,
                                    TYPE,
                                    new TierChanged(
                                            e.clientId(),
                                            e.cohort(),
                                            e.tier(),
                                            e.previousTier(),
                                            e.provisional(),
                                            e.score(),
                                            e.rank(),
                                            e.cohortSize(),
                                            e.runId(),
                                            e.modelVersion())));
        };
    }
}
