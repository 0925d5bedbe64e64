package io.guanxi.kit.eventsourcing;

import static io.guanxi.kit.eventsourcing.Counters.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.eventsourcing.Counters.Command.Add;
import io.guanxi.kit.eventsourcing.Counters.Command.Open;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The short way of one append alone stores the same as the long one, or nothing at all. */
class LoneAppendTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final UUID OWNER = UUID.fromString("018f0000-0000-7000-8000-00000000aaaa");

    private static TestDatabase database;
    private static PostgresEventStore store;

    private UUID stream;
    private UUID opened;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        store = new PostgresEventStore(database.source(), new TestCipher());
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void open() {
        stream = Uuids.v7();
        opened = Uuids.v7();
        store.execute(command(opened), COUNTER, stream, new Open(OWNER, "n"));
    }

    @Test
    void it_stores_event_command_stream_and_view() throws SQLException {
        UUID commandId = Uuids.v7();
        assertThat(run(adding(commandId, stream))).isPresent();
        assertThat(store.load(COUNTER, stream).state().total()).isEqualTo(1);
        assertThat(count("event", "command_id", commandId)).isOne();
        assertThat(count("command", "id", commandId)).isOne();
        assertThat(database.number("SELECT version FROM stream WHERE id = '" + stream + "'"))
                .isEqualTo(2);
        String total = "SELECT total FROM counter_view WHERE counter_id = '" + stream + "'";
        assertThat(database.number(total)).isOne();
    }

    @Test
    void a_stream_that_has_moved_leaves_no_trace() throws SQLException {
        UUID late = Uuids.v7();
        Append tooLate = adding(late, stream);
        store.execute(command(Uuids.v7()), COUNTER, stream, new Add(5));
        loses(tooLate, late, stream, 2);
        assertThat(verdict(tooLate)).isInstanceOf(Verdict.Conflict.class);
    }

    @Test
    void a_stream_that_is_there_already_leaves_no_trace() throws SQLException {
        UUID late = Uuids.v7();
        Append tooLate = opening(late, stream);
        loses(tooLate, late, stream, 1);
        assertThat(verdict(tooLate)).isInstanceOf(Verdict.Conflict.class);
    }

    @Test
    void a_known_command_leaves_no_new_stream() throws SQLException {
        UUID other = Uuids.v7();
        Append again = opening(opened, other);
        assertThat(run(again)).isEmpty();
        assertThat(count("stream", "id", other)).isZero();
        assertThat(count("event", "stream_id", other)).isZero();
        assertThat(verdict(again))
                .isInstanceOfSatisfying(
                        Verdict.Replayed.class,
                        known -> assertThat(known.stream()).isEqualTo(stream));
    }

    @Test
    void a_known_command_does_not_move_a_stream() throws SQLException {
        Append again = adding(opened, stream);
        assertThat(run(again)).isEmpty();
        assertThat(store.load(COUNTER, stream).version()).isEqualTo(1);
        assertThat(database.number("SELECT version FROM stream WHERE id = '" + stream + "'"))
                .isEqualTo(1);
        assertThat(verdict(again)).isInstanceOf(Verdict.Replayed.class);
    }

    @Test
    void what_needs_the_long_way_does_not_fit() throws SQLException {
        Append one = adding(Uuids.v7(), stream);
        assertThat(LoneAppend.fits(one)).isTrue();
        assertThat(LoneAppend.fits(with(one, List.of(), one.events(), one.commandId()))).isTrue();
        assertThat(LoneAppend.fits(with(one, List.of(), one.events(), null))).isFalse();
        assertThat(LoneAppend.fits(with(one, List.of(), List.of(), one.commandId()))).isFalse();
        Append.Reservation name =
                new Append.Reservation("name", "n", OWNER, Counters.No.NAME_TAKEN);
        assertThat(LoneAppend.fits(with(one, List.of(name), one.events(), one.commandId())))
                .isFalse();
    }

    private static void loses(Append append, UUID commandId, UUID stream, int version)
            throws SQLException {
        assertThat(run(append)).isEmpty();
        assertThat(count("command", "id", commandId)).isZero();
        assertThat(count("event", "command_id", commandId)).isZero();
        assertThat(database.number("SELECT version FROM stream WHERE id = '" + stream + "'"))
                .isEqualTo(version);
    }

    private static OptionalLong run(Append append) throws SQLException {
        return Transactions.single(database.source(), c -> LoneAppend.run(c, append));
    }

    private static Verdict verdict(Append append) throws SQLException {
        return Transactions.single(
                database.source(), c -> AppendCall.run(c, List.of(append)).getFirst());
    }

    private static long count(String table, String column, UUID id) {
        return database.number(
                "SELECT count(*) FROM " + table + " WHERE " + column + " = '" + id + "'");
    }

    private static CommandContext command(UUID id) {
        return CommandContext.of(id, "S-1", NOW);
    }

    private static Append opening(UUID commandId, UUID id) {
        StoreSession session =
                new StoreSession(
                        command(commandId), id, _ -> StreamReader.Stored.NOTHING, store.codecs());
        session.execute(COUNTER, id, new Open(OWNER, "n"));
        return store.builder().build(session, id, 1);
    }

    private static Append adding(UUID commandId, UUID id) throws SQLException {
        StreamReader.Stored stored =
                Transactions.single(database.source(), c -> StreamReader.read(c, id, 0));
        StoreSession session =
                new StoreSession(command(commandId), id, _ -> stored, store.codecs());
        session.execute(COUNTER, id, new Add(1));
        return store.builder().build(session, id, stored.version() + 1);
    }

    private static Append with(
            Append append,
            List<Append.Reservation> reservations,
            List<Append.NewEvent> events,
            UUID commandId) {
        return new Append(
                commandId,
                append.requestHash(),
                append.status(),
                append.mainStream(),
                append.mainVersion(),
                append.streams(),
                reservations,
                append.releases(),
                events,
                append.views());
    }
}
