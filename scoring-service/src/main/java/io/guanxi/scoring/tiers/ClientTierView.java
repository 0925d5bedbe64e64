package io.guanxi.scoring.tiers;

import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.contracts.scores.Tier;
import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.Recorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** The tier of every client, for summaries and for the next run. */
final class ClientTierView implements InlineView<TierEvent, ClientTierView.Row> {

    record Row(
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
            Instant asOf) {}

    @Override
    public String table() {
        return "client_tier";
    }

    @Override
    public Class<Row> rowType() {
        return Row.class;
    }

    @Override
    public Row evolve(Row row, Recorded<TierEvent> event) {
        return switch (event.event()) {
            case TierEvent.TierChanged e ->
                    new Row(
                            e.clientId(),
                            e.cohort(),
                            e.tier(),
                            e.previousTier(),
                            e.provisional(),
                            e.score(),
                            e.rank(),
                            e.cohortSize(),
                            e.runId(),
                            e.modelVersion(),
                            e.asOf());
        };
    }
}
