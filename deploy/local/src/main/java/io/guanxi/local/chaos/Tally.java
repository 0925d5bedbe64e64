package io.guanxi.local.chaos;

import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import io.guanxi.kit.eventsourcing.EventTypes;
import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Publishing;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.kit.eventsourcing.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A sum that is added to and taken from, and never falls below zero. */
record Tally(long sum) {
    static final String MOVED = "io.guanxi.tally-moved.v1";

    sealed interface Command {
        record Add(int n, boolean poison) implements Command {}

        record Take(int n) implements Command {}
    }

    sealed interface Event {
        record Added(int n, boolean poison) implements Event {}

        record Taken(int n) implements Event {}
    }

    /** What others may read of it; {@code n} is negative where something was taken. */
    record Moved(UUID tallyId, int version, int n, boolean poison, UUID commandId) {}

    /** The row that is written in the append. */
    record Row(UUID tallyId, long sum, int moves) {}

    enum No implements Refusal {
        OVERDRAWN,
        LABEL_TAKEN;

        @Override
        public String code() {
            return "tally." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public String detail() {
            return name();
        }
    }

    static final EventTypes<Event> TYPES =
            EventTypes.of(Event.class)
                    .type("tally-added", Event.Added.class)
                    .type("tally-taken", Event.Taken.class)
                    .build();

    static final Aggregate<Command, Tally, Event> TALLY =
            Aggregate.of("tally", new Rules(), TYPES).withViews(new View());

    static int moved(Event event) {
        return switch (event) {
            case Event.Added e -> e.n();
            case Event.Taken e -> -e.n();
        };
    }

    private static final class Rules implements Decider<Command, Tally, Event> {
        @Override
        public Tally initialState() {
            return new Tally(0);
        }

        @Override
        public Decision<Event> decide(Command command, Tally tally) {
            return switch (command) {
                case Command.Add(int n, boolean poison) ->
                        Decision.accept(new Event.Added(n, poison));
                case Command.Take(int n) when n > tally.sum() -> Decision.refuse(No.OVERDRAWN);
                case Command.Take(int n) -> Decision.accept(new Event.Taken(n));
            };
        }

        @Override
        public Tally evolve(Tally tally, Event event) {
            return new Tally(tally.sum() + moved(event));
        }
    }

    private static final class View implements InlineView<Event, Row> {
        @Override
        public String table() {
            return "tally_view";
        }

        @Override
        public Class<Row> rowType() {
            return Row.class;
        }

        @Override
        public Row evolve(Row row, Recorded<Event> event) {
            int n = moved(event.event());
            return row == null
                    ? new Row(event.streamId(), n, 1)
                    : new Row(row.tallyId(), row.sum() + n, row.moves() + 1);
        }
    }

    /** Every event has one public face. */
    record Face(String topic) implements Publishing<Event> {
        @Override
        public Aggregate<?, ?, Event> aggregate() {
            return TALLY;
        }

        @Override
        public List<PublicEvent> publish(Recorded<Event> recorded) {
            boolean poison = recorded.event() instanceof Event.Added(int _, boolean p) && p;
            Moved moved =
                    new Moved(
                            recorded.streamId(),
                            recorded.version(),
                            moved(recorded.event()),
                            poison,
                            recorded.commandId());
            return List.of(new PublicEvent(topic, MOVED, moved));
        }
    }
}
