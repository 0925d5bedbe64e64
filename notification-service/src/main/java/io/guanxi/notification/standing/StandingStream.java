package io.guanxi.notification.standing;

import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventTypes;
import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.notification.standing.StandingEvent.StandingChanged;
import java.util.UUID;

/**
 * A client's standing as a stream of this service's own, with the table {@code client_standing}.
 */
public final class StandingStream {
    public static final EventTypes<StandingEvent> TYPES =
            EventTypes.of(StandingEvent.class)
                    .type("standing-changed", StandingChanged.class)
                    .build();

    public static final Aggregate<StandingCommand, Standing, StandingEvent> STANDING =
            Aggregate.of("standing", new StandingDecider(), TYPES)
                    .keyedBy((id, state) -> state.clientId() == null ? id : state.clientId())
                    .withViews(new View());

    private StandingStream() {}

    public static UUID of(UUID clientId) {
        return Ids.of("standing", clientId);
    }

    private static final class View implements InlineView<StandingEvent, Standing> {
        @Override
        public String table() {
            return "client_standing";
        }

        @Override
        public Class<Standing> rowType() {
            return Standing.class;
        }

        @Override
        public Standing evolve(Standing row, Recorded<StandingEvent> recorded) {
            return STANDING.decider().evolve(row, recorded.event());
        }
    }
}
