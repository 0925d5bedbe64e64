package io.guanxi.scoring.tiers;

import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.scoring.tiers.TierRunEvent.TierRunCompleted;
import io.guanxi.scoring.tiers.TierRunEvent.TierRunRequested;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tier runs as they are listed. */
public final class TierRunView implements InlineView<TierRunEvent, TierRunView.Row> {

    /** Where a run is. */
    public enum State {
        REQUESTED,
        COMPLETED
    }

    /**
     * A run.
     *
     * @param published whether what changed was told; false until it is completed
     */
    public record Row(
            UUID runId,
            State state,
            Instant asOf,
            String requestedBy,
            Instant requestedAt,
            Instant completedAt,
            boolean published,
            List<CohortResult> cohorts) {}

    @Override
    public String table() {
        return "tier_run";
    }

    @Override
    public Class<Row> rowType() {
        return Row.class;
    }

    @Override
    public Row evolve(Row row, Recorded<TierRunEvent> event) {
        return switch (event.event()) {
            case TierRunRequested(var runId, var asOf) ->
                    new Row(
                            runId,
                            State.REQUESTED,
                            asOf,
                            event.actor(),
                            event.recordedAt(),
                            null,
                            false,
                            List.of());
            case TierRunCompleted e ->
                    new Row(
                            e.runId(),
                            State.COMPLETED,
                            e.asOf(),
                            row.requestedBy(),
                            row.requestedAt(),
                            event.recordedAt(),
                            e.published(),
                            e.cohorts());
        };
    }
}
