package io.guanxi.kit.service.toy;

import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import io.guanxi.kit.eventsourcing.EventTypes;
import io.guanxi.kit.service.time.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;

/** An answer promised within some working days: the smallest obligation with a WORKING clock. */
public record Promise(LocalDate asked, int workingDays, Instant dueAt) {

    public sealed interface Command {
        record Give(LocalDate asked, int workingDays, WorkingDays calendar) implements Command {}

        record Reckon(WorkingDays calendar) implements Command {}
    }

    public sealed interface Event {
        record Given(LocalDate asked, int workingDays, Instant dueAt) implements Event {}

        record Moved(Instant dueAt) implements Event {}
    }

    public static final Aggregate<Command, Promise, Event> PROMISES =
            Aggregate.of(
                    "promise",
                    new Rules(),
                    EventTypes.of(Event.class)
                            .type("promise-given", Event.Given.class)
                            .type("promise-moved", Event.Moved.class)
                            .build());

    private static final class Rules implements Decider<Command, Promise, Event> {

        @Override
        public Promise initialState() {
            return null;
        }

        @Override
        public Decision<Event> decide(Command command, Promise promise) {
            return switch (command) {
                case Command.Give(var asked, var days, var calendar) ->
                        Decision.accept(
                                new Event.Given(
                                        asked, days, calendar.endOf(calendar.plus(asked, days))));
                case Command.Reckon(var calendar) -> {
                    Instant due =
                            calendar.endOf(calendar.plus(promise.asked(), promise.workingDays()));
                    yield due.equals(promise.dueAt())
                            ? Decision.accept()
                            : Decision.accept(new Event.Moved(due));
                }
            };
        }

        @Override
        public Promise evolve(Promise promise, Event event) {
            return switch (event) {
                case Event.Given(var asked, var days, var due) -> new Promise(asked, days, due);
                case Event.Moved(var due) ->
                        new Promise(promise.asked(), promise.workingDays(), due);
            };
        }
    }
}
