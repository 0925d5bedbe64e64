package io.guanxi.kit.eventsourcing;

import static io.guanxi.kit.eventsourcing.Counters.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.eventsourcing.Counters.Command.Add;
import io.guanxi.kit.eventsourcing.Counters.Command.Open;
import io.guanxi.kit.eventsourcing.Counters.State;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Aggregate<Counters.Command, State, Counters.Event> KEPT =
            COUNTER.snapshotEvery(3, State.class);

    private static TestDatabase database;
    private static TestCipher cipher;
    private static PostgresEventStore store;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        cipher = new TestCipher();
        store = new PostgresEventStore(database.source(), cipher);
    }

    @Test
    void a_long_stream_is_folded_from_its_snapshot() {
        UUID id = counted(5);
        // The events before it are taken away: what is known of them can only come from it.
        database.asOwner(
                "DELETE FROM event WHERE stream_id = '%s' AND version <= %d"
                        .formatted(id, version(id)));
        assertThat(store.load(KEPT, id).version()).isEqualTo(6);
        assertThat(store.load(KEPT, id).state().total()).isEqualTo(5);
    }

    @Test
    void dropping_all_of_them_changes_nothing() {
        UUID id = counted(7);
        Session.Loaded<State> with = store.load(KEPT, id);
        String row = row(id);
        database.execute("DELETE FROM snapshot");
        assertThat(store.load(KEPT, id)).isEqualTo(with).isEqualTo(store.load(COUNTER, id));
        store.execute(command(), KEPT, id, new Add(1));
        assertThat(row(id)).isEqualTo(row.replace("7", "8"));
    }

    @Test
    void decisions_and_view_rows_go_on_from_a_snapshot() {
        UUID id = counted(9);
        assertThat(store.load(COUNTER, id).state().total()).isEqualTo(9);
        assertThat(row(id)).isEqualTo("Li Wei 9");
    }

    @Test
    void one_of_another_shape_is_passed_over() {
        UUID id = counted(4);
        String kept = shape(id);
        database.execute(
                "UPDATE snapshot SET data = '\\x00', shape = 'of-a-former-release' WHERE stream_id = '"
                        + id
                        + "'");
        assertThat(store.load(KEPT, id).state().total()).isEqualTo(4);
        assertThat(shape(id)).isEqualTo(kept);
        Aggregate<Counters.Command, State, Counters.Event> revised =
                COUNTER.withSnapshots(new Snapshots<>(3, State.class, 2));
        assertThat(store.load(revised, id).state().total()).isEqualTo(4);
        assertThat(shape(id)).isNotEqualTo(kept);
    }

    @Test
    void one_that_cannot_be_read_is_passed_over() {
        UUID id = counted(4);
        Aggregate<Counters.Command, State, Counters.Event> open =
                Aggregate.of("counter", new Counters.Rules(), Counters.TYPES)
                        .snapshotEvery(1, State.class);
        PostgresEventStore clear = new PostgresEventStore(database.source(), null);
        database.execute("UPDATE snapshot SET data = 'nonsense' WHERE stream_id = '" + id + "'");
        assertThat(clear.load(open, id).state().total()).isEqualTo(4);
        database.execute("UPDATE snapshot SET data = 'nonsense' WHERE stream_id = '" + id + "'");
        assertThat(clear.load(open, id).state().total()).isEqualTo(4);
    }

    @Test
    void a_past_is_never_read_from_one() {
        UUID id = counted(5);
        assertThat(store.load(KEPT, id, Past.knownAt(NOW.minusSeconds(1))).exists()).isFalse();
    }

    @Test
    void what_is_erased_cannot_be_found_in_one() {
        UUID id = counted(5);
        assertThat(
                        database.number(
                                "SELECT count(*) FROM snapshot WHERE stream_id = '"
                                        + id
                                        + "' AND position('Li Wei'::bytea IN data) > 0"))
                .isZero();
        assertThat(store.load(KEPT, id).state().name()).isEqualTo("Li Wei");
        cipher.destroy(id);
        assertThat(store.load(KEPT, id).state().name()).isNull();
        assertThat(store.load(KEPT, id).state().total()).isEqualTo(5);
    }

    private static UUID counted(int times) {
        UUID id = Uuids.v7();
        store.execute(command(), KEPT, id, new Open(id, "Li Wei"));
        for (int i = 0; i < times; i++) {
            store.execute(command(), KEPT, id, new Add(1));
        }
        return id;
    }

    private static int version(UUID id) {
        return (int) database.number("SELECT version FROM snapshot WHERE stream_id = '" + id + "'");
    }

    private static String shape(UUID id) {
        return database.text("SELECT shape FROM snapshot WHERE stream_id = '" + id + "'");
    }

    private static String row(UUID id) {
        return database.text(
                "SELECT owner_name || ' ' || total FROM counter_view WHERE counter_id = '"
                        + id
                        + "'");
    }

    private static CommandContext command() {
        return new CommandContext(
                Uuids.v7(), new byte[] {1}, 200, OptionalInt.empty(), "S-0001", NOW, NOW, null);
    }
}
