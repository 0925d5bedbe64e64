package io.guanxi.kit.eventsourcing;

import static io.guanxi.kit.eventsourcing.Counters.COUNTER;
import static io.guanxi.kit.eventsourcing.Counters.OTHER_KIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kit.eventsourcing.Counters.Command.Add;
import io.guanxi.kit.eventsourcing.Counters.Command.Open;
import io.guanxi.kit.eventsourcing.Counters.Event.Added;
import io.guanxi.kit.eventsourcing.Counters.Event.Opened;
import io.guanxi.kit.eventsourcing.Counters.No;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresEventStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00.123456789Z");
    private static final UUID OWNER = UUID.fromString("018f0000-0000-7000-8000-00000000aaaa");

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
    void what_is_decided_is_stored_and_read_back_whole() {
        UUID id = opened();
        CommandOutcome outcome = store.execute(command(), COUNTER, id, new Add(7));
        assertThat(outcome.version()).isEqualTo(2);
        assertThat(outcome.position()).isPositive();
        assertThat(outcome.replayed()).isFalse();
        List<Recorded<Counters.Event>> events = store.read(COUNTER, id, 0);
        assertThat(events).extracting(Recorded::version).containsExactly(1, 2);
        assertThat(events.getFirst().event())
                .isEqualTo(new Opened(OWNER, "Li Wei", new java.math.BigDecimal("1.50")));
        assertThat(events.get(1).event()).isEqualTo(new Added(7));
        assertThat(events.get(1).actor()).isEqualTo("S-0001");
        assertThat(events.get(1).key()).isEqualTo(OWNER);
        assertThat(store.load(COUNTER, id).state().total()).isEqualTo(7);
        assertThat(store.read(COUNTER, id, 1)).hasSize(1);
    }

    @Test
    void the_view_row_is_written_in_the_same_append() {
        UUID id = opened();
        database.execute("UPDATE counter_view SET note = 'mine' WHERE counter_id = '" + id + "'");
        assertThat(row(id, "tags::text")).isEqualTo("{new,odd}");
        store.execute(command(), COUNTER, id, new Add(5));
        assertThat(row(id, "total")).isEqualTo("5");
        assertThat(row(id, "tags")).isNull();
        assertThat(row(id, "note")).isEqualTo("mine");
        assertThat(store.viewAt(COUNTER, new Counters.View(), id, 1).total()).isZero();
    }

    @Test
    void personal_data_are_stored_only_as_the_cipher_made_them() {
        UUID id = Uuids.v7();
        UUID owner = Uuids.v7();
        store.execute(command(), COUNTER, id, new Open(owner, "Zhang San"));
        assertThat(row(id, "(SELECT data::text FROM event WHERE stream_id = counter_id)"))
                .doesNotContain("Zhang");
        assertThat(store.load(COUNTER, id).state().name()).isEqualTo("Zhang San");
        cipher.destroy(owner);
        assertThat(store.load(COUNTER, id).state().name()).isNull();
        assertThat(store.load(COUNTER, id).state().owner()).isEqualTo(owner);
    }

    @Test
    void a_known_command_is_answered_from_the_first_time() {
        UUID id = opened();
        CommandContext add = command();
        CommandOutcome first = store.execute(add, COUNTER, id, new Add(LIMIT_REACHED));
        CommandOutcome again = store.execute(add, COUNTER, id, new Add(LIMIT_REACHED));
        assertThat(again.replayed()).isTrue();
        assertThat(again.version()).isEqualTo(first.version());
        assertThat(again.status()).isEqualTo(201);
        assertThat(store.load(COUNTER, id).version()).isEqualTo(2);
    }

    @Test
    void another_request_under_a_known_command_id_is_a_mismatch() {
        UUID id = opened();
        UUID commandId = Uuids.v7();
        store.execute(command(commandId, 1, OptionalInt.empty()), COUNTER, id, new Add(1));
        assertThatThrownBy(
                        () ->
                                store.execute(
                                        command(commandId, 2, OptionalInt.empty()),
                                        COUNTER,
                                        id,
                                        new Add(2)))
                .isInstanceOf(StoreException.IdempotencyMismatch.class);
    }

    @Test
    void what_was_asked_is_stored_keyed_and_known_again_where_it_once_was_stored_plain() {
        UUID id = opened();
        UUID commandId = Uuids.v7();
        CommandContext asked = command(commandId, 1, OptionalInt.empty());
        store.execute(asked, COUNTER, id, new Add(1));
        String plain = "command WHERE id = '" + commandId + "' AND request_hash = '\\x01'";
        assertThat(count(plain)).isZero();
        database.asOwner(
                "UPDATE command SET request_hash = '\\x01' WHERE id = '" + commandId + "'");
        assertThat(store.execute(asked, COUNTER, id, new Add(1)).replayed()).isTrue();
        KnownCommand before = store.known(List.of(commandId)).get(commandId);
        assertThat(store.repeats(asked, before)).isTrue();
        CommandContext other = command(commandId, 2, OptionalInt.empty());
        assertThat(store.repeats(other, before)).isFalse();
        assertThatThrownBy(() -> store.execute(other, COUNTER, id, new Add(1)))
                .isInstanceOf(StoreException.IdempotencyMismatch.class);
    }

    @Test
    void a_stale_if_match_is_refused_unless_it_is_a_replay() {
        UUID id = opened();
        CommandContext first = command(Uuids.v7(), 1, OptionalInt.of(1));
        assertThat(store.execute(first, COUNTER, id, new Add(1)).version()).isEqualTo(2);
        assertThat(store.execute(first, COUNTER, id, new Add(1)).replayed()).isTrue();
        assertThatThrownBy(
                        () ->
                                store.execute(
                                        command(Uuids.v7(), 1, OptionalInt.of(1)),
                                        COUNTER,
                                        id,
                                        new Add(1)))
                .isInstanceOf(StoreException.VersionStale.class);
    }

    @Test
    void a_refusal_stores_what_was_seen_once() {
        UUID id = opened();
        CommandContext tooMuch = command();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(
                            () -> store.execute(tooMuch, COUNTER, id, new Add(Counters.LIMIT + 1)))
                    .isInstanceOf(CommandRefused.class)
                    .hasMessageStartingWith("counter.full");
        }
        assertThat(store.load(COUNTER, id).version()).isEqualTo(2);
        store.execute(tooMuch, COUNTER, id, new Add(1));
        assertThat(store.load(COUNTER, id).state().total()).isEqualTo(1);
    }

    @Test
    void an_accepted_command_without_events_is_remembered_and_leaves_no_stream() {
        UUID id = opened();
        CommandContext nothing = command();
        assertThat(store.execute(nothing, COUNTER, id, new Add(0)).version()).isEqualTo(1);
        assertThat(store.execute(nothing, COUNTER, id, new Add(0)).replayed()).isTrue();
        UUID absent = Uuids.v7();
        store.execute(command(), absent, session -> session.guard(COUNTER, absent));
        assertThat(count("stream WHERE id = '" + absent + "'")).isZero();
    }

    @Test
    void a_creation_does_not_look_first_and_is_right_all_the_same() {
        UUID id = Uuids.v7();
        CommandContext first = command();
        int[] runs = {0};
        java.util.function.Consumer<Session> open =
                session -> {
                    runs[0]++;
                    session.create(COUNTER, id, new Open(OWNER, "n"));
                };
        assertThat(store.execute(first, id, open).version()).isEqualTo(1);
        assertThat(store.execute(first, id, open).replayed()).isTrue();
        assertThat(runs[0]).isEqualTo(2);
        assertThatThrownBy(() -> store.execute(command(), id, open))
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        e -> assertThat(e.refusal()).isEqualTo(No.ALREADY_OPEN));
        assertThat(runs[0]).isEqualTo(4);
        assertThatThrownBy(
                        () ->
                                store.execute(
                                        command(),
                                        id,
                                        s -> s.create(OTHER_KIND, id, new Open(OWNER, "n"))))
                .isInstanceOf(StoreException.WrongKind.class);
        store.execute(command(), id, session -> session.create(COUNTER, id, new Add(3)));
        assertThat(store.load(COUNTER, id).state().total()).isEqualTo(3);
    }

    @Test
    void an_id_of_another_kind_is_not_touched() {
        UUID id = opened();
        assertThatThrownBy(() -> store.execute(command(), OTHER_KIND, id, new Add(1)))
                .isInstanceOf(StoreException.WrongKind.class);
        assertThatThrownBy(() -> store.load(OTHER_KIND, id))
                .isInstanceOf(StoreException.WrongKind.class);
    }

    @Test
    void a_taken_reservation_refuses_and_leaves_no_trace() {
        UUID first = Uuids.v7();
        UUID second = Uuids.v7();
        CommandContext later = command();
        String name = "name-" + first;
        openReserved(command(), first, name);
        assertThatThrownBy(() -> openReserved(later, second, name))
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        e -> assertThat(e.refusal()).isEqualTo(No.NAME_TAKEN));
        assertThat(count("stream WHERE id = '" + second + "'")).isZero();
        assertThat(count("event WHERE stream_id = '" + second + "'")).isZero();
        assertThat(count("command WHERE id = '" + later.commandId() + "'")).isZero();
        assertThat(count("reservation WHERE owner = '" + second + "'")).isZero();
        store.execute(
                command(),
                first,
                session -> {
                    session.execute(COUNTER, first, new Add(1));
                    session.release("name", name, first);
                });
        assertThat(openReserved(later, second, name).replayed()).isFalse();
        assertThat(count("reservation WHERE owner = '" + second + "'")).isEqualTo(2);
    }

    @Test
    void a_reservation_passes_from_one_owner_to_another_in_one_append() {
        UUID first = Uuids.v7();
        UUID second = Uuids.v7();
        openReserved(command(), first, "passed-" + first);
        store.execute(
                command(),
                second,
                session -> {
                    session.execute(COUNTER, second, new Open(OWNER, "B"));
                    session.release("name", "passed-" + first, first);
                    session.reserve("name", "passed-" + first, second, No.NAME_TAKEN);
                });
        assertThat(
                        database.text(
                                "SELECT owner FROM reservation WHERE key = 'passed-" + first + "'"))
                .isEqualTo(second.toString());
    }

    @Test
    void what_a_command_touched_and_when_a_stream_last_moved_is_known() {
        UUID id = opened();
        CommandContext added = command();
        store.execute(added, COUNTER, id, new Add(1));
        assertThat(store.touched(List.of(id, OWNER), List.of(added.commandId())))
                .containsExactly(id);
        assertThat(store.touched(List.of(id), List.of(OWNER))).isEmpty();
        assertThat(store.changedAt(List.of(id, OWNER)))
                .containsOnlyKeys(id)
                .containsEntry(
                        id, added.recordedAt().truncatedTo(java.time.temporal.ChronoUnit.MICROS));
    }

    @Test
    void a_guard_fails_when_the_guarded_stream_moves() {
        UUID guarded = opened();
        UUID written = opened();
        int[] runs = {0};
        store.execute(
                command(),
                written,
                session -> {
                    session.guard(COUNTER, guarded);
                    session.execute(COUNTER, written, new Add(1));
                    if (runs[0]++ == 0) {
                        store.execute(command(), COUNTER, guarded, new Add(1));
                    }
                });
        assertThat(runs[0]).isEqualTo(2);
        assertThat(store.load(COUNTER, written).version()).isEqualTo(2);
    }

    @Test
    void a_batch_gives_each_caller_its_own_verdict() throws Exception {
        UUID moved = opened();
        UUID fine = Uuids.v7();
        UUID taken = Uuids.v7();
        UUID owner = Uuids.v7();
        CommandContext known = command();
        store.execute(known, COUNTER, opened(), new Add(1));
        openReserved(command(), owner, "batch-" + owner);
        List<Append> batch =
                List.of(
                        append(
                                command(),
                                fine,
                                s -> s.execute(COUNTER, fine, new Open(OWNER, "n"))),
                        append(command(), moved, s -> s.execute(COUNTER, moved, new Add(1))),
                        append(
                                command(),
                                taken,
                                s -> {
                                    s.execute(COUNTER, taken, new Open(OWNER, "n"));
                                    s.reserve("name", "free-" + taken, taken, No.NAME_TAKEN);
                                    s.reserve("name", "batch-" + owner, taken, No.NAME_TAKEN);
                                }),
                        append(known, owner, s -> s.execute(COUNTER, owner, new Add(1))));
        store.execute(command(), COUNTER, moved, new Add(5));
        List<Verdict> verdicts =
                Transactions.single(
                        database.source(), connection -> AppendCall.run(connection, batch));
        assertThat(verdicts.get(0)).isInstanceOf(Verdict.Won.class);
        assertThat(verdicts.get(1)).isInstanceOf(Verdict.Conflict.class);
        assertThat(verdicts.get(2)).isEqualTo(new Verdict.Taken(1));
        assertThat(verdicts.get(3)).isInstanceOf(Verdict.Replayed.class);
        assertThat(count("stream WHERE id = '" + taken + "'")).isZero();
        assertThat(count("reservation WHERE key = 'free-" + taken + "'")).isZero();
        assertThat(store.load(COUNTER, fine).version()).isEqualTo(1);
        assertThat(store.load(COUNTER, owner).version()).isEqualTo(1);
    }

    private static final int LIMIT_REACHED = Counters.LIMIT;

    private static Append append(
            CommandContext context, UUID main, java.util.function.Consumer<Session> script) {
        StoreSession session =
                new StoreSession(
                        context,
                        main,
                        id -> {
                            try {
                                return Transactions.single(
                                        database.source(), c -> StreamReader.read(c, id, 0));
                            } catch (java.sql.SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        store.codecs());
        script.accept(session);
        return store.builder().build(session, main, 0);
    }

    private static UUID opened() {
        UUID id = Uuids.v7();
        store.execute(command(), COUNTER, id, new Open(OWNER, "Li Wei"));
        return id;
    }

    private static CommandOutcome openReserved(CommandContext context, UUID id, String name) {
        return store.execute(
                context,
                id,
                session -> {
                    session.execute(COUNTER, id, new Open(OWNER, "n"));
                    session.reserve("other", "own-" + id, id, No.NAME_TAKEN);
                    session.reserve("name", name, id, No.NAME_TAKEN);
                });
    }

    private static CommandContext command() {
        return command(Uuids.v7(), 1, OptionalInt.empty());
    }

    private static CommandContext command(UUID id, int hash, OptionalInt expected) {
        return new CommandContext(
                id, new byte[] {(byte) hash}, 201, expected, "S-0001", NOW, NOW, null);
    }

    private static String row(UUID id, String column) {
        return database.text(
                "SELECT " + column + " FROM counter_view WHERE counter_id = '" + id + "'");
    }

    private static long count(String from) {
        return database.number("SELECT count(*) FROM " + from);
    }
}
