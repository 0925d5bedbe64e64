package io.guanxi.kit.eventsourcing;

import static io.guanxi.kit.eventsourcing.Counters.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.guanxi.kit.eventsourcing.Counters.Command.Add;
import io.guanxi.kit.eventsourcing.Counters.Command.Open;
import io.guanxi.kit.testing.Eventually;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final UUID OWNER = UUID.fromString("018f0000-0000-7000-8000-00000000aaaa");
    private static final int CALLERS = 64;

    private TestDatabase database;
    private AgroalDataSource pool;
    private PostgresEventStore store;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        pool = database.pool();
        store = new PostgresEventStore(pool, new TestCipher());
    }

    @AfterEach
    void close() throws SQLException {
        store.close();
        pool.close();
    }

    @Test
    void two_write_at_once_where_the_database_has_processors_of_its_own() {
        assertThat(GroupCommit.onProcessors(1).writers()).isEqualTo(1);
        assertThat(GroupCommit.onProcessors(3).writers()).isEqualTo(1);
        assertThat(GroupCommit.onProcessors(4)).isEqualTo(GroupCommit.DEFAULT);
        assertThat(GroupCommit.DEFAULT.writers()).isEqualTo(2);
    }

    @Test
    void there_is_at_least_one_of_everything_and_no_crowd_of_writers() {
        assertThat(GroupCommit.DEFAULT.withWriters(1).writers()).isEqualTo(1);
        assertThat(GroupCommit.DEFAULT.withWriters(8).writers()).isEqualTo(8);
        for (int writers : new int[] {-1, 0, 9}) {
            assertThatThrownBy(() -> GroupCommit.DEFAULT.withWriters(writers))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1 to 8 writers, not " + writers);
        }
        assertThatThrownBy(() -> new GroupCommit(1, 0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GroupCommit(1, 1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GroupCommit(1, 1, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void commands_that_come_together_share_commits() throws Exception {
        int commands = 2000;
        List<Append> appends = new ArrayList<>();
        for (int i = 0; i < commands; i++) {
            appends.add(opening(Uuids.v7(), "n"));
        }
        long before = commits();
        List<Verdict> verdicts = concurrently(appends, store.appender()::append);
        assertThat(verdicts).allSatisfy(v -> assertThat(v).isInstanceOf(Verdict.Won.class));
        assertThat(verdicts.stream().map(v -> ((Verdict.Won) v).position()).distinct())
                .hasSize(commands);
        assertThat(database.number("SELECT count(*) FROM event")).isEqualTo(commands);
        long transactions = database.number("SELECT count(DISTINCT xmin::text) FROM event");
        assertThat(transactions).isLessThan(commands / 2);
        pool.close();
        Eventually.within(GENEROUS, () -> commits() - before >= transactions);
        assertThat(commits() - before).isLessThan(commands);
    }

    @Test
    void plans_made_for_hardly_any_rows_do_not_read_all_of_them_later() throws Exception {
        List<UUID> streams = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            streams.add(Uuids.v7());
        }
        concurrently(streams, id -> store.execute(command(), COUNTER, id, new Open(OWNER, "n")));
        for (String table : List.of("stream", "event", "command")) {
            database.asOwner("VACUUM ANALYZE " + table);
        }
        for (int i = 0; i < 10; i++) {
            store.execute(command(), COUNTER, streams.getFirst(), new Add(1));
            concurrently(streams, id -> store.execute(command(), COUNTER, id, new Add(1)));
        }
        pool.close();
        String of = " FROM pg_stat_user_tables WHERE relname IN ('stream', 'event')";
        Eventually.within(GENEROUS, () -> database.number("SELECT min(idx_scan)" + of) >= 10 * 33);
        assertThat(database.number("SELECT sum(seq_tup_read)" + of)).isZero();
    }

    @Test
    void only_the_one_with_bad_data_fails() throws Exception {
        List<Append> appends = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            appends.add(opening(Uuids.v7(), i == 77 ? "no \0 in a view" : "n"));
        }
        List<String> results = concurrently(appends, this::outcome);
        assertThat(results.get(77)).isEqualTo("bad");
        assertThat(results.stream().filter("Won"::equals)).hasSize(199);
        assertThat(database.number("SELECT count(*) FROM command")).isEqualTo(199);
        assertThat(database.number("SELECT count(*) FROM stream")).isEqualTo(199);
    }

    @Test
    void a_key_too_long_for_its_index_fails_alone() throws Exception {
        List<Append> appends = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            appends.add(reserving(Uuids.v7(), i == 33 ? 6_000 : 20));
        }
        List<String> results = concurrently(appends, this::outcome);
        assertThat(results.get(33)).isEqualTo("bad");
        assertThat(results.stream().filter("Won"::equals)).hasSize(99);
    }

    private String outcome(Append append) {
        try {
            return store.appender().append(append).getClass().getSimpleName();
        } catch (IllegalArgumentException e) {
            return "bad";
        }
    }

    private Append reserving(UUID id, int length) {
        StoreSession session =
                new StoreSession(command(), id, _ -> StreamReader.Stored.NOTHING, store.codecs());
        session.execute(COUNTER, id, new Open(OWNER, "n"));
        byte[] random = new byte[length];
        new Random(id.getLeastSignificantBits()).nextBytes(random);
        String key = Base64.getEncoder().encodeToString(random);
        session.reserve("long", key, id, Counters.No.FULL);
        return store.builder().build(session, id, 1);
    }

    @Test
    void a_batch_whose_connection_is_cut_is_run_again_and_counts_once() throws Exception {
        int rounds = 0;
        AtomicInteger cuts = new AtomicInteger();
        while (cuts.get() < 3) {
            assertThat(++rounds).isLessThan(100);
            openWhileConnectionsAreCut(cuts);
        }
        assertThat(database.number("SELECT count(*) FROM event")).isEqualTo(600L * rounds);
        assertThat(database.number("SELECT count(*) FROM command")).isEqualTo(600L * rounds);
    }

    private void openWhileConnectionsAreCut(AtomicInteger cuts) throws Exception {
        List<UUID> streams = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            streams.add(Uuids.v7());
        }
        Thread cutter =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    for (int i = 0; i < 5; i++) {
                                        cuts.addAndGet(cutWriters() ? 1 : 0);
                                    }
                                });
        List<CommandOutcome> outcomes =
                concurrently(
                        streams,
                        id -> {
                            CommandContext command = CommandContext.of(Uuids.v7(), "S-1", NOW);
                            while (true) {
                                try {
                                    return store.execute(
                                            command, COUNTER, id, new Open(OWNER, "n"));
                                } catch (StoreException.Unavailable _) {
                                    // The connection was cut while it read: asked again, as a
                                    // client would, under the same command id.
                                }
                            }
                        });
        cutter.join();
        assertThat(outcomes).extracting(CommandOutcome::version).containsOnly(1);
    }

    @Test
    void a_full_queue_says_busy_and_stores_nothing() throws Exception {
        try (PostgresEventStore small =
                        new PostgresEventStore(
                                pool,
                                new TestCipher(),
                                new GroupCommit(1, 4, 1000, 2),
                                KitMetrics.NONE);
                Connection blocker = database.source().getConnection();
                Statement statement = blocker.createStatement()) {
            UUID id = Uuids.v7();
            small.execute(command(), COUNTER, id, new Open(OWNER, "n"));
            blocker.setAutoCommit(false);
            statement.execute("SELECT 1 FROM stream WHERE id = '" + id + "' FOR UPDATE");
            try (ExecutorService callers = Executors.newCachedThreadPool()) {
                Append first = adding(small, id);
                Future<Verdict> inHand = callers.submit(() -> small.appender().append(first));
                Eventually.within(GENEROUS, () -> blocked());
                List<Future<Verdict>> queued = new ArrayList<>();
                for (int i = 1; i <= 3; i++) {
                    Append next = opening(Uuids.v7(), "n");
                    int waiting = Math.min(i, 3);
                    queued.add(callers.submit(() -> small.appender().append(next)));
                    Eventually.within(GENEROUS, () -> small.waiting() >= waiting);
                }
                assertThatThrownBy(() -> small.appender().append(opening(Uuids.v7(), "n")))
                        .isInstanceOf(StoreException.Busy.class);
                blocker.commit();
                assertThat(inHand.get()).isInstanceOf(Verdict.Won.class);
                for (Future<Verdict> one : queued) {
                    assertThat(one.get()).isInstanceOf(Verdict.Won.class);
                }
            }
        }
        assertThat(database.number("SELECT count(*) FROM stream")).isEqualTo(4);
    }

    @Test
    void many_on_few_streams_get_each_their_own_answer() throws Exception {
        List<UUID> streams = List.of(Uuids.v7(), Uuids.v7(), Uuids.v7());
        streams.forEach(id -> store.execute(command(), COUNTER, id, new Open(OWNER, "n")));
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            numbers.add(i);
        }
        List<Boolean> won =
                concurrently(
                        numbers,
                        i -> {
                            try {
                                store.execute(command(), COUNTER, streams.get(i % 3), new Add(1));
                                return true;
                            } catch (StoreException.LostRace _) {
                                return false;
                            }
                        });
        long total =
                streams.stream().mapToLong(id -> store.load(COUNTER, id).state().total()).sum();
        assertThat(total).isEqualTo(won.stream().filter(w -> w).count());
        assertThat(
                        database.number(
                                "SELECT count(*) FROM (SELECT stream_id FROM event GROUP BY"
                                        + " stream_id HAVING max(version) <> count(*)) x"))
                .isZero();
    }

    private boolean blocked() {
        return database.number(
                        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                + " AND datname = current_database()")
                > 0;
    }

    private boolean cutWriters() {
        return Eventually.holds(
                Duration.ofMillis(200),
                () ->
                        database.number(
                                        "SELECT count(pg_terminate_backend(pid)) FROM"
                                                + " pg_stat_activity WHERE query ~ 'append(_one)?\\('"
                                                + " AND state = 'active' AND pid <>"
                                                + " pg_backend_pid() AND datname ="
                                                + " current_database()")
                                > 0);
    }

    private long commits() {
        return database.number(
                "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()");
    }

    private static CommandContext command() {
        return CommandContext.of(Uuids.v7(), "S-1", NOW);
    }

    private Append opening(UUID id, String name) {
        StoreSession session =
                new StoreSession(command(), id, _ -> StreamReader.Stored.NOTHING, store.codecs());
        session.execute(COUNTER, id, new Open(OWNER, name));
        return store.builder().build(session, id, 1);
    }

    private Append adding(PostgresEventStore in, UUID id) throws SQLException {
        StreamReader.Stored stored = Transactions.single(pool, c -> StreamReader.read(c, id, 0));
        StoreSession session = new StoreSession(command(), id, _ -> stored, in.codecs());
        session.execute(COUNTER, id, new Add(1));
        return in.builder().build(session, id, 2);
    }

    private interface Call<T, R> {
        R on(T thing);
    }

    private static <T, R> List<R> concurrently(List<T> things, Call<T, R> call)
            throws InterruptedException, ExecutionException {
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<R>> futures = new ArrayList<>();
            for (T thing : things) {
                futures.add(callers.submit(() -> call.on(thing)));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
