package io.guanxi.kit.eventsourcing;

import static io.guanxi.kit.eventsourcing.Counters.COUNTER;
import static io.guanxi.kit.eventsourcing.Counters.OTHER_KIND;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.eventsourcing.Counters.Command.Add;
import io.guanxi.kit.eventsourcing.Counters.Command.Open;
import io.guanxi.kit.eventsourcing.Counters.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private TestDatabase database;
    private PostgresEventStore store;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        store = new PostgresEventStore(database.source(), new TestCipher());
    }

    @Test
    void a_stream_is_read_from_any_version() {
        UUID id = opened(COUNTER);
        store.execute(at(NOW, NOW), COUNTER, id, new Add(1));
        store.execute(at(NOW, NOW), COUNTER, id, new Add(2));
        assertThat(store.read(COUNTER, id, 1)).extracting(Recorded::version).containsExactly(2, 3);
        assertThat(store.read(COUNTER, id, 3)).isEmpty();
        assertThat(store.read(COUNTER, Uuids.v7(), 0)).isEmpty();
    }

    @Test
    void as_of_counts_what_had_happened_however_late_it_was_learned() {
        UUID id = opened(COUNTER);
        store.execute(at(NOW.plusSeconds(60), NOW.plusSeconds(90)), COUNTER, id, new Add(1));
        store.execute(at(NOW.plusSeconds(30), NOW.plusSeconds(95)), COUNTER, id, new Add(2));
        assertThat(total(id, Past.asOf(NOW.plusSeconds(30)))).isEqualTo(2);
        assertThat(total(id, Past.asOf(NOW.plusSeconds(60)))).isEqualTo(3);
        assertThat(store.read(COUNTER, id, Past.asOf(NOW.plusSeconds(60))))
                .extracting(Recorded::version)
                .containsExactly(1, 3, 2);
        assertThat(store.load(COUNTER, id, Past.asOf(NOW.minusSeconds(1))).exists()).isFalse();
    }

    @Test
    void known_at_counts_what_had_been_recorded() {
        UUID id = opened(COUNTER);
        store.execute(at(NOW, NOW.plusSeconds(90)), COUNTER, id, new Add(1));
        assertThat(total(id, Past.knownAt(NOW.plusSeconds(89)))).isZero();
        assertThat(total(id, Past.knownAt(NOW.plusSeconds(90)))).isEqualTo(1);
        assertThat(store.load(COUNTER, id, Past.knownAt(NOW.minusSeconds(1))).exists()).isFalse();
    }

    @Test
    void both_bounds_say_what_was_true_then_as_it_was_known_later() {
        UUID id = opened(COUNTER);
        store.execute(at(NOW.plusSeconds(10), NOW.plusSeconds(20)), COUNTER, id, new Add(1));
        store.execute(at(NOW.plusSeconds(10), NOW.plusSeconds(90)), COUNTER, id, new Add(2));
        store.execute(at(NOW.plusSeconds(15), NOW.plusSeconds(15)), COUNTER, id, new Add(4));
        assertThat(total(id, new Past(NOW.plusSeconds(10), NOW.plusSeconds(20)))).isEqualTo(1);
        assertThat(total(id, Past.NOW)).isEqualTo(7);
    }

    @Test
    void a_view_is_shown_as_it_was() {
        UUID id = opened(COUNTER);
        store.execute(at(NOW.plusSeconds(10), NOW.plusSeconds(10)), COUNTER, id, new Add(1));
        Counters.View view = new Counters.View();
        assertThat(store.view(COUNTER, view, id, Past.knownAt(NOW)).state().total()).isZero();
        assertThat(store.view(COUNTER, view, id, Past.NOW).state().total()).isEqualTo(1);
        assertThat(store.view(COUNTER, view, id, Past.asOf(NOW.minusSeconds(1))).exists())
                .isFalse();
    }

    @Test
    void all_events_come_in_position_order_of_the_kinds_asked_for() {
        UUID first = opened(COUNTER);
        UUID other = opened(OTHER_KIND);
        store.execute(at(NOW, NOW), COUNTER, first, new Add(1));
        long fence = store.fence().orElseThrow();
        assertThat(all(List.of(COUNTER, OTHER_KIND), fence))
                .extracting(Recorded::streamId)
                .containsExactly(first, other, first);
        assertThat(all(List.of(OTHER_KIND), fence))
                .extracting(Recorded::streamId)
                .containsExactly(other);
    }

    @Test
    void nothing_is_read_past_an_append_that_is_still_open() throws SQLException {
        opened(COUNTER);
        long before = store.fence().orElseThrow();
        try (Connection open = database.source().getConnection();
                Statement statement = open.createStatement()) {
            open.setAutoCommit(false);
            statement.execute(
                    "INSERT INTO event (stream_id, version, key, partition, type, schema_ver,"
                            + " command_id, occurred_at, recorded_at, data) VALUES (uuidv7(), 1,"
                            + " uuidv7(), 0, 'counter-added', 1, uuidv7(), now(), now(), '{}')");
            opened(COUNTER);
            assertThat(store.fence()).isEmpty();
            open.rollback();
        }
        assertThat(store.fence().orElseThrow()).isGreaterThan(before + 1);
    }

    private List<Recorded<Event>> all(
            List<? extends Aggregate<?, ?, ? extends Event>> kinds, long fence) {
        List<Recorded<Event>> events = new ArrayList<>();
        long position = 0;
        while (position < fence) {
            Stretch<Event> stretch = store.readAll(kinds, position, fence, 2);
            events.addAll(stretch.events());
            position = stretch.upTo();
        }
        return events;
    }

    private int total(UUID id, Past past) {
        return store.load(COUNTER, id, past).state().total();
    }

    private UUID opened(Aggregate<Counters.Command, Counters.State, Event> kind) {
        UUID id = Uuids.v7();
        store.execute(at(NOW, NOW), kind, id, new Open(id, "Li Wei"));
        return id;
    }

    private static CommandContext at(Instant occurredAt, Instant recordedAt) {
        return new CommandContext(
                Uuids.v7(),
                new byte[] {1},
                200,
                OptionalInt.empty(),
                "S-0001",
                occurredAt,
                recordedAt,
                null);
    }
}
