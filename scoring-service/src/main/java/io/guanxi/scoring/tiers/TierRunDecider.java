package io.guanxi.scoring.tiers;

import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import io.guanxi.scoring.tiers.TierRun.Completed;
import io.guanxi.scoring.tiers.TierRun.Requested;
import io.guanxi.scoring.tiers.TierRun.Unasked;
import io.guanxi.scoring.tiers.TierRunCommand.CompleteTierRun;
import io.guanxi.scoring.tiers.TierRunCommand.RequestTierRun;
import io.guanxi.scoring.tiers.TierRunEvent.TierRunCompleted;
import io.guanxi.scoring.tiers.TierRunEvent.TierRunRequested;

/** A run is asked for once and completed once. */
public final class TierRunDecider implements Decider<TierRunCommand, TierRun, TierRunEvent> {

    @Override
    public TierRun initialState() {
        return new Unasked();
    }

    @Override
    public Decision<TierRunEvent> decide(TierRunCommand command, TierRun run) {
        return switch (command) {
            case RequestTierRun request -> request(request, run);
            case CompleteTierRun complete -> complete(complete, run);
        };
    }

    private static Decision<TierRunEvent> request(RequestTierRun request, TierRun run) {
        return switch (run) {
            case Unasked _ ->
                    Decision.accept(new TierRunRequested(request.runId(), request.asOf()));
            case Requested _, Completed _ -> Decision.refuse(TierRunRefusal.ALREADY_REQUESTED);
        };
    }

    private static Decision<TierRunEvent> complete(CompleteTierRun complete, TierRun run) {
        return switch (run) {
            case Unasked _ -> Decision.refuse(TierRunRefusal.NOT_REQUESTED);
            case Requested(var runId, var asOf) ->
                    Decision.accept(
                            new TierRunCompleted(
                                    runId, asOf, complete.published(), complete.cohorts()));
            case Completed _ -> Decision.accept();
        };
    }

    @Override
    public TierRun evolve(TierRun run, TierRunEvent event) {
        return switch (event) {
            case TierRunRequested(var runId, var asOf) -> new Requested(runId, asOf);
            case TierRunCompleted(var runId, _, _, _) -> new Completed(runId);
        };
    }
}
