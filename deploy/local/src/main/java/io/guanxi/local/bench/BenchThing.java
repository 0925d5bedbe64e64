package io.guanxi.local.bench;

import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import io.guanxi.kit.eventsourcing.EventTypes;
import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Publishing;
import io.guanxi.kit.eventsourcing.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The smallest kind of stream: each command records one event of about 600 bytes. */
final class BenchThing {
    static final String TEXT = "a line of what was seen and said there. ".repeat(14);

    sealed interface Event {
        record Noted(String text) implements Event {}
    }

    record Note(String text) {}

    record Row(UUID benchId, String text, Instant changedAt) {}

    static final EventTypes<Event> TYPES =
            EventTypes.of(Event.class).type("bench-noted", Event.Noted.class).build();

    static final Aggregate<Note, Integer, Event> PLAIN = Aggregate.of("bench", new Rules(), TYPES);
    static final Aggregate<Note, Integer, Event> VIEWED = PLAIN.withViews(new View());

    private BenchThing() {}

    private static final class Rules implements Decider<Note, Integer, Event> {
        @Override
        public Integer initialState() {
            return 0;
        }

        @Override
        public Decision<Event> decide(Note command, Integer state) {
            return Decision.accept(new Event.Noted(command.text()));
        }

        @Override
        public Integer evolve(Integer state, Event event) {
            return state + 1;
        }
    }

    private static final class View implements InlineView<Event, Row> {
        @Override
        public String table() {
            return "bench_view";
        }

        @Override
        public Class<Row> rowType() {
            return Row.class;
        }

        @Override
        public Row evolve(Row row, Recorded<Event> event) {
            return new Row(event.streamId(), "seen", event.recordedAt());
        }
    }

    /** Where it is published. */
    record Face(String topic) implements Publishing<Event> {
        @Override
        public Aggregate<?, ?, Event> aggregate() {
            return PLAIN;
        }

        @Override
        public List<PublicEvent> publish(Recorded<Event> event) {
            return List.of(new PublicEvent(topic, "io.guanxi.bench-noted.v1", event.event()));
        }
    }
}
