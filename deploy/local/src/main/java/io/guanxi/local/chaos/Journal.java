package io.guanxi.local.chaos;

import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import io.guanxi.kit.eventsourcing.EventTypes;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Reaction;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.eventsourcing.Uuids;
import java.util.Set;
import java.util.UUID;

/** What the reaction writes: one note per third event of a tally. It is not published. */
record Journal(int notes) {
    record Note(UUID command, int version) {}

    sealed interface Event {
        record Noted(UUID command, int version) implements Event {}
    }

    static final EventTypes<Event> TYPES =
            EventTypes.of(Event.class).type("journal-noted", Event.Noted.class).build();

    static final Aggregate<Note, Journal, Event> JOURNAL =
            Aggregate.of("journal", new Rules(), TYPES);

    static UUID of(UUID tally) {
        return Uuids.v5(tally, "journal");
    }

    /** Whether an event of a tally, by its version there, is to be noted. */
    static boolean notes(int version) {
        return version % 3 == 1;
    }

    private static final class Rules implements Decider<Note, Journal, Event> {
        @Override
        public Journal initialState() {
            return new Journal(0);
        }

        @Override
        public Decision<Event> decide(Note note, Journal journal) {
            return Decision.accept(new Event.Noted(note.command(), note.version()));
        }

        @Override
        public Journal evolve(Journal journal, Event event) {
            return new Journal(journal.notes() + 1);
        }
    }

    record WhenTallyMovedThenNote(Set<String> topics) implements Reaction {
        @Override
        public String name() {
            return "when-tally-moved-then-note";
        }

        @Override
        public Set<String> types() {
            return Set.of(Tally.MOVED);
        }

        @Override
        public Set<UUID> targets(InboundEvent event) {
            Tally.Moved moved = event.as(Tally.Moved.class);
            return notes(moved.version()) ? Set.of(of(moved.tallyId())) : Set.of();
        }

        @Override
        public void react(InboundEvent event, Session session) {
            Tally.Moved moved = event.as(Tally.Moved.class);
            if (notes(moved.version())) {
                Note note = new Note(moved.commandId(), moved.version());
                session.execute(JOURNAL, of(moved.tallyId()), note);
            }
        }
    }
}
