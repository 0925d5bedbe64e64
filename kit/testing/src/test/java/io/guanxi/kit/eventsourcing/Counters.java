package io.guanxi.kit.eventsourcing;

import io.guanxi.kit.eventsourcing.Counters.Command.Add;
import io.guanxi.kit.eventsourcing.Counters.Command.Open;
import io.guanxi.kit.eventsourcing.Counters.Event.Added;
import io.guanxi.kit.eventsourcing.Counters.Event.Opened;
import io.guanxi.kit.eventsourcing.Counters.Event.Overflowed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A kind of stream to try the kit on: a counter with an owner's name and a limit. */
final class Counters {
    static final int LIMIT = 1000;

    sealed interface Command {
        record Open(UUID owner, String name) implements Command {}

        record Add(int n) implements Command {}
    }

    sealed interface Event {
        record Opened(UUID owner, @Personal String name, BigDecimal rate) implements Event {}

        record Added(int n) implements Event {}

        record Overflowed(int n) implements Event {}
    }

    enum No implements Refusal {
        NOT_OPEN,
        ALREADY_OPEN,
        FULL,
        NAME_TAKEN;

        @Override
        public String code() {
            return "counter." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        @Override
        public String detail() {
            return name();
        }
    }

    record State(UUID owner, String name, int total) {}

    record Row(UUID counterId, String ownerName, int total, List<String> tags, Instant changedAt) {}

    static final class Rules implements Decider<Command, State, Event> {
        @Override
        public State initialState() {
            return new State(null, null, 0);
        }

        @Override
        public Decision<Event> decide(Command command, State state) {
            return switch (command) {
                case Open _ when state.owner() != null -> Decision.refuse(No.ALREADY_OPEN);
                case Open(var owner, var name) ->
                        Decision.accept(new Opened(owner, name, new BigDecimal("1.50")));
                case Add _ when state.owner() == null -> Decision.refuse(No.NOT_OPEN);
                case Add(int n) when state.total() + n > LIMIT ->
                        Decision.refuse(No.FULL, new Overflowed(n));
                case Add(int n) -> n == 0 ? Decision.accept() : Decision.accept(new Added(n));
            };
        }

        @Override
        public State evolve(State state, Event event) {
            return switch (event) {
                case Opened e -> new State(e.owner(), e.name(), 0);
                case Added e -> new State(state.owner(), state.name(), state.total() + e.n());
                case Overflowed _ -> state;
            };
        }
    }

    static final class View implements InlineView<Event, Row> {
        @Override
        public String table() {
            return "counter_view";
        }

        @Override
        public Class<Row> rowType() {
            return Row.class;
        }

        @Override
        public Row evolve(Row row, Recorded<Event> recorded) {
            Instant at = recorded.recordedAt();
            return switch (recorded.event()) {
                case Opened e ->
                        new Row(recorded.streamId(), e.name(), 0, List.of("new", "odd"), at);
                case Added e ->
                        new Row(row.counterId(), row.ownerName(), row.total() + e.n(), null, at);
                case Overflowed _ -> row;
            };
        }
    }

    static final String VIEW_TABLE =
            "CREATE TABLE counter_view (counter_id uuid PRIMARY KEY, owner_name text,"
                    + " total int NOT NULL, tags text[], changed_at timestamptz, note text)";

    static final EventTypes<Event> TYPES =
            EventTypes.of(Event.class)
                    .type("counter-opened", Opened.class)
                    .type("counter-added", Added.class)
                    .type("counter-overflowed", Overflowed.class)
                    .build();

    static final Aggregate<Command, State, Event> COUNTER =
            Aggregate.of("counter", new Rules(), TYPES)
                    .keyedBy((_, state) -> state.owner())
                    .withViews(new View());

    static final Aggregate<Command, State, Event> OTHER_KIND =
            Aggregate.of("meter", new Rules(), TYPES);

    private Counters() {}
}
