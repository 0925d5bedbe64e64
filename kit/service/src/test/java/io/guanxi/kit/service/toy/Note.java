package io.guanxi.kit.service.toy;

import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import io.guanxi.kit.eventsourcing.EventTypes;
import io.guanxi.kit.eventsourcing.Personal;
import io.guanxi.kit.eventsourcing.Refusal;

/** A small aggregate with one personal field, to walk commands through. */
public record Note(String colour, String text) {

    public sealed interface Command {
        record Write(String colour, String text) implements Command {}

        record Paint(String colour) implements Command {}
    }

    public sealed interface Event {
        record Written(String colour, @Personal String text) implements Event {}

        record Painted(String colour) implements Event {}
    }

    public enum Reason implements Refusal {
        ALREADY_WRITTEN("note.already-written"),
        UNWRITTEN("note.unwritten"),
        SAME_COLOUR("note.same-colour");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String detail() {
            return "The note is as it is.";
        }
    }

    public static final Aggregate<Command, Note, Event> NOTES =
            Aggregate.of(
                    "note",
                    new Rules(),
                    EventTypes.of(Event.class)
                            .type("note-written", Event.Written.class)
                            .type("note-painted", Event.Painted.class)
                            .build());

    /** Another kind of stream with the same rules. */
    public static final Aggregate<Command, Note, Event> SCRAPS =
            Aggregate.of("scrap", new Rules(), NOTES.types());

    private static final class Rules implements Decider<Command, Note, Event> {

        @Override
        public Note initialState() {
            return null;
        }

        @Override
        public Decision<Event> decide(Command command, Note note) {
            return switch (command) {
                case Command.Write write when note == null ->
                        Decision.accept(new Event.Written(write.colour(), write.text()));
                case Command.Write _ -> Decision.refuse(Reason.ALREADY_WRITTEN);
                case Command.Paint _ when note == null -> Decision.refuse(Reason.UNWRITTEN);
                case Command.Paint paint when paint.colour().equals(note.colour()) ->
                        Decision.refuse(Reason.SAME_COLOUR);
                case Command.Paint paint -> Decision.accept(new Event.Painted(paint.colour()));
            };
        }

        @Override
        public Note evolve(Note note, Event event) {
            return switch (event) {
                case Event.Written written -> new Note(written.colour(), written.text());
                case Event.Painted painted -> new Note(painted.colour(), note.text());
            };
        }
    }
}
