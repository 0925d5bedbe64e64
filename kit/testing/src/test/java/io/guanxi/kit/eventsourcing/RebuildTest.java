package io.guanxi.kit.eventsourcing;

import static io.guanxi.kit.eventsourcing.Counters.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kit.eventsourcing.Counters.Command.Add;
import io.guanxi.kit.eventsourcing.Counters.Command.Open;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.TestTopics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebuildTest extends RebuildFixture {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int STREAMS = 1_200;

    private String topic;
    private Consumers consumers;

    private record Seen(int n) {}

    /** The sum and the number of what was seen, by key: an event too many or too few shows. */
    private final class Tally implements Projection {
        private volatile int poison = -1;

        @Override
        public String name() {
            return "tally";
        }

        @Override
        public Set<String> topics() {
            return Set.of(topic);
        }

        @Override
        public Set<String> types() {
            return Set.of();
        }

        @Override
        public Set<String> tables() {
            return Set.of("tally");
        }

        @Override
        public void apply(Connection connection, List<InboundEvent> events) throws SQLException {
            String sql =
                    "INSERT INTO tally AS t VALUES (?, ?, 1) ON CONFLICT (key) DO UPDATE"
                            + " SET total = t.total + EXCLUDED.total, seen = t.seen + 1";
            try (PreparedStatement add = connection.prepareStatement(sql)) {
                for (InboundEvent event : events) {
                    int n = event.as(Seen.class).n();
                    if (n == poison) {
                        throw new IllegalArgumentException("cannot bear " + n);
                    }
                    add.setString(1, event.key());
                    add.setInt(2, n);
                    add.executeUpdate();
                }
            }
        }
    }

    @BeforeEach
    void createTopic() throws Exception {
        topic = "kit.tally." + ProcessHandle.current().pid() + "." + COUNT.incrementAndGet();
        KafkaTopics.create(kafka(), List.of(topic));
    }

    @AfterEach
    void closeConsumers() {
        if (consumers != null) {
            consumers.close();
        }
    }

    @Test
    void an_own_view_is_built_anew_while_commands_go_on() throws Exception {
        List<UUID> ids = opened();
        database.execute("UPDATE counter_view SET total = -1");
        String indexes = indexes();
        AtomicBoolean stop = new AtomicBoolean();
        AtomicReference<RuntimeException> failed = new AtomicReference<>();
        Thread writer =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    for (int i = 0; !stop.get(); i++) {
                                        try {
                                            UUID id = ids.get(i % 50);
                                            store.execute(command(), COUNTER, id, new Add(1));
                                            UUID made = Uuids.v7();
                                            store.execute(
                                                    command(), COUNTER, made, new Open(made, "n"));
                                        } catch (CommandRefused _) {
                                            // Full: then there is nothing to add.
                                        } catch (RuntimeException e) {
                                            failed.set(e);
                                            return;
                                        }
                                    }
                                });
        try (Rebuilds rebuilds = rebuilds(List.of())) {
            assertThat(rebuilds.start("counter_view")).isTrue();
            await(rebuilds, "counter_view", RebuildStatus.State.SWITCHED);
            RebuildStatus status = rebuilds.status().getFirst();
            assertThat(status.done()).isGreaterThanOrEqualTo(STREAMS);
            assertThat(status.total()).isPositive();
            assertThat(rebuilds.start("counter_view")).isTrue();
            await(rebuilds, "counter_view", RebuildStatus.State.SWITCHED);
        } finally {
            stop.set(true);
            writer.join();
        }
        assertThat(failed.get()).isNull();
        String wrong =
                "SELECT count(*) FROM stream s LEFT JOIN counter_view v ON v.counter_id = s.id"
                        + " WHERE v.total IS DISTINCT FROM (SELECT coalesce(sum((e.data ->>"
                        + " 'n')::int), 0) FROM event e WHERE e.stream_id = s.id AND e.type ="
                        + " 'counter-added')";
        assertThat(database.number(wrong)).isZero();
        assertThat(indexes()).isEqualTo(indexes);
        assertThat(database.text("SELECT to_regclass('rebuild.counter_view')")).isNull();
    }

    @Test
    void a_projection_is_built_anew_while_events_come_in() throws Exception {
        Tally tally = new Tally();
        tally.poison = 3;
        for (int n = 1; n <= 40; n++) {
            send("key-" + n % 7, n);
        }
        consumers = new Consumers(configuration(), store, List.of(tally), List.of());
        consumers.start();
        awaitNoLag();
        String before = tallies();
        tally.poison = -1;
        database.execute("UPDATE tally SET total = -1, seen = -1");
        try (Rebuilds rebuilds = rebuilds(List.of(tally))) {
            assertThat(rebuilds.start("tally")).isTrue();
            for (int n = 41; n <= 80; n++) {
                send("key-" + (n % 7 + 10), n);
            }
            await(rebuilds, "tally", RebuildStatus.State.SWITCHED);
        }
        awaitNoLag();
        assertThat(tallies()).startsWith(before);
        assertThat(database.number("SELECT sum(seen) FROM tally WHERE key LIKE 'key-1_'"))
                .isEqualTo(40);
        assertThat(consumers.replay("tally", topic, "key-3")).isPositive();
        assertThat(database.number("SELECT sum(seen) FROM tally")).isEqualTo(80);
    }

    @Test
    void one_that_fails_leaves_the_live_table_as_it_is() throws Exception {
        Tally tally = new Tally();
        send("key", 1);
        consumers = new Consumers(configuration(), store, List.of(tally), List.of());
        consumers.start();
        awaitNoLag();
        tally.poison = 1;
        try (Rebuilds rebuilds = rebuilds(List.of(tally))) {
            rebuilds.start("tally");
            await(rebuilds, "tally", RebuildStatus.State.FAILED);
            assertThat(rebuilds.status())
                    .anySatisfy(s -> assertThat(s.error()).contains("cannot bear 1"));
            assertThatThrownBy(() -> rebuilds.start("event"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(database.number("SELECT total FROM tally")).isEqualTo(1);
    }

    @Test
    void the_event_table_is_no_read_model() {
        assertThatThrownBy(() -> database.execute("SELECT rebuild_begin('{event}')"))
                .hasStackTraceContaining("event is no read model");
    }

    @Test
    void filling_that_lost_a_race_begins_again_and_leaves_no_stream_out() throws Exception {
        opened();
        try (Connection connection = pool.getConnection()) {
            execute(connection, "SELECT rebuild_begin('{counter_view}')");
            database.asOwner(
                    "CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                            + " IF EXISTS (SELECT FROM rebuild.counter_view) THEN"
                            + " RAISE EXCEPTION 'a race is lost' USING ERRCODE = '40P01';"
                            + " END IF; RETURN NULL; END $$");
            database.asOwner(
                    "CREATE TRIGGER lose BEFORE INSERT ON rebuild.counter_view"
                            + " EXECUTE FUNCTION lose()");
            ViewRefill refill =
                    new ViewRefill(
                            "counter_view", List.of(COUNTER), store.codecs(), store.views(), pool);
            assertThatThrownBy(() -> refill.fill(connection))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("a race is lost");
            assertThat(rebuilt(connection)).isPositive().isLessThan(STREAMS);
            database.asOwner("DROP TRIGGER lose ON rebuild.counter_view");
            refill.fill(connection);
            assertThat(rebuilt(connection)).isEqualTo(STREAMS);
            assertThat(refill.done()).isEqualTo(STREAMS);
        }
    }

    @Test
    void what_was_filled_after_a_switch_that_failed_counts_once() throws Exception {
        Tally tally = new Tally();
        consumers = new Consumers(configuration(), store, List.of(tally), List.of());
        consumers.start();
        try (Connection connection = pool.getConnection();
                TopicRefill refill = new TopicRefill(tally, kafka(), 100)) {
            execute(connection, "SELECT rebuild_begin('{tally}')");
            sendAndAwait(1);
            refill.fill(connection);
            sendAndAwait(2);
            // The switch fails after the rest was applied.
            assertThatThrownBy(
                            () ->
                                    Refill.inNewTables(
                                            connection,
                                            () -> {
                                                refill.finish(connection);
                                                throw new SQLException("in the way", "55P03");
                                            }))
                    .hasMessage("in the way");
            refill.fill(connection);
            // The next one fails before.
            try (Connection other = pool.getConnection()) {
                other.setAutoCommit(false);
                execute(other, "SELECT 1 FROM consumer_offset FOR UPDATE");
                assertThatThrownBy(
                                () ->
                                        Refill.inNewTables(
                                                connection,
                                                () -> {
                                                    execute(
                                                            connection,
                                                            "SET LOCAL lock_timeout = '50ms'");
                                                    refill.finish(connection);
                                                }))
                        .hasMessageContaining("lock timeout");
                other.rollback();
                other.setAutoCommit(true);
            }
            refill.fill(connection);
            Refill.inNewTables(connection, () -> refill.finish(connection));
            assertThat(database.text("SELECT string_agg(key || seen, ',') FROM rebuild.tally"))
                    .isEqualTo("key2");
        }
    }

    private void sendAndAwait(int n) {
        send("key", n);
        Eventually.within(
                GENEROUS,
                () ->
                        consumers.status().getFirst().partitions().stream()
                                .anyMatch(p -> p.lastSequence() == n));
    }

    private static int rebuilt(Connection connection) throws SQLException {
        try (PreparedStatement count =
                        connection.prepareStatement("SELECT count(*) FROM rebuild.counter_view");
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private List<UUID> opened() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) {
            UUID id = Uuids.v7();
            ids.add(id);
            store.execute(command(), COUNTER, id, new Open(id, "Li Wei"));
        }
        return ids;
    }

    private void awaitNoLag() {
        Eventually.within(
                GENEROUS,
                () -> {
                    ConsumerStatus status = consumers.status().getFirst();
                    return status.partitions().size() == Partitions.COUNT && status.lag() == 0;
                });
    }

    private void send(String key, int n) {
        TestTopics.send(
                topic,
                key,
                "{\"n\":" + n + "}",
                Map.of(
                        "ce_id",
                        Uuids.v7().toString(),
                        "ce_type",
                        "io.guanxi.seen.v1",
                        "ce_sequence",
                        String.format("%019d", n)));
    }

    private String indexes() {
        return database.text(
                "SELECT string_agg(indexdef, ';' ORDER BY indexname) FROM pg_indexes"
                        + " WHERE schemaname = 'public' AND tablename = 'counter_view'");
    }

    private String tallies() {
        return database.text(
                "SELECT string_agg(key || ' ' || total || ' ' || seen, ',' ORDER BY"
                        + " length(key), key) FROM tally");
    }

    private static CommandContext command() {
        return new CommandContext(
                Uuids.v7(), new byte[] {1}, 200, OptionalInt.empty(), "S-0001", NOW, NOW, null);
    }
}
