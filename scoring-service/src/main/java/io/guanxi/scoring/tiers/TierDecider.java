package io.guanxi.scoring.tiers;

import io.guanxi.contracts.scores.Tier;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import io.guanxi.scoring.tiers.TierCommand.GiveProvisionalTier;
import io.guanxi.scoring.tiers.TierCommand.PlaceClient;
import io.guanxi.scoring.tiers.TierEvent.TierChanged;
import java.math.BigDecimal;
import java.util.List;

/** When a tier is told: it differs, or the score moved by the model's points. */
public final class TierDecider implements Decider<TierCommand, Standing, TierEvent> {

    @Override
    public Standing initialState() {
        return Standing.NONE;
    }

    @Override
    public Decision<TierEvent> decide(TierCommand command, Standing standing) {
        return switch (command) {
            case PlaceClient place -> place(place, standing);
            case GiveProvisionalTier give -> provisional(give, standing);
        };
    }

    private static Decision<TierEvent> place(PlaceClient command, Standing standing) {
        TierChanged placed = command.placed();
        boolean overtaken = standing.asOf() != null && placed.asOf().isBefore(standing.asOf());
        if (overtaken || !isNews(placed, standing, command.publishDelta())) {
            return Decision.accept();
        }
        return Decision.accept(
                new TierChanged(
                        placed.clientId(),
                        placed.cohort(),
                        placed.tier(),
                        standing.ranked(),
                        placed.provisional(),
                        placed.score(),
                        placed.rank(),
                        placed.cohortSize(),
                        placed.runId(),
                        placed.modelVersion(),
                        placed.asOf(),
                        placed.factors(),
                        placed.cutOffs()));
    }

    private static boolean isNews(TierChanged placed, Standing standing, int publishDelta) {
        return standing.tier() != placed.tier()
                || standing.provisional() != placed.provisional()
                || moved(standing.score(), placed.score(), publishDelta);
    }

    private static boolean moved(BigDecimal before, BigDecimal after, int publishDelta) {
        if (before == null || after == null) {
            return (before == null) != (after == null);
        }
        return after.subtract(before).abs().compareTo(BigDecimal.valueOf(publishDelta)) >= 0;
    }

    private static Decision<TierEvent> provisional(GiveProvisionalTier give, Standing standing) {
        if (standing.tier() != null) {
            return Decision.accept();
        }
        return Decision.accept(
                new TierChanged(
                        give.clientId(),
                        give.cohort(),
                        Tier.C,
                        null,
                        true,
                        null,
                        null,
                        null,
                        null,
                        give.modelVersion(),
                        give.asOf(),
                        List.of(),
                        List.of()));
    }

    @Override
    public Standing evolve(Standing standing, TierEvent event) {
        return switch (event) {
            case TierChanged e ->
                    new Standing(
                            e.clientId(),
                            e.tier(),
                            e.provisional(),
                            e.score(),
                            e.runId() == null ? null : e.asOf());
        };
    }
}
