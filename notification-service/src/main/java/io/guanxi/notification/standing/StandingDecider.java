package io.guanxi.notification.standing;

import static io.guanxi.kit.eventsourcing.Decision.accept;

import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import io.guanxi.notification.standing.StandingCommand.LearnBand;
import io.guanxi.notification.standing.StandingCommand.LearnRisk;
import io.guanxi.notification.standing.StandingEvent.StandingChanged;

/** Records only what crosses a line, so that a recalculation of a million clients stores little. */
public final class StandingDecider implements Decider<StandingCommand, Standing, StandingEvent> {

    @Override
    public Standing initialState() {
        return Standing.UNKNOWN;
    }

    @Override
    public Decision<StandingEvent> decide(StandingCommand command, Standing standing) {
        return switch (command) {
            case LearnBand c ->
                    changed(
                            standing,
                            new StandingChanged(c.clientId(), c.band(), standing.highRisk()));
            case LearnRisk c ->
                    changed(standing, new StandingChanged(c.clientId(), standing.band(), c.high()));
        };
    }

    private static Decision<StandingEvent> changed(Standing now, StandingChanged next) {
        boolean same = now.band() == next.band() && now.highRisk() == next.highRisk();
        return same ? accept() : accept(next);
    }

    @Override
    public Standing evolve(Standing standing, StandingEvent event) {
        return switch (event) {
            case StandingChanged e -> new Standing(e.clientId(), e.band(), e.highRisk());
        };
    }
}
