package io.guanxi.kit.eventsourcing;

import static io.guanxi.kit.eventsourcing.Counters.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.eventsourcing.Counters.Command.Add;
import io.guanxi.kit.eventsourcing.Counters.Command.Open;
import io.guanxi.kit.eventsourcing.Counters.Event.Added;
import io.guanxi.kit.eventsourcing.RelayProbe.Moment;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.TestStack;
import io.guanxi.kit.testing.TestTopics;
import io.guanxi.kit.testing.TestTopics.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {
    private static final Duration GENEROUS = Duration.ofSeconds(90);
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase database;
    private PostgresEventStore store;
    private String topic;
    private Relay relay;

    private record Grown(int n) {}

    private final class Face implements Publishing<Counters.Event> {
        @Override
        public Aggregate<?, ?, Counters.Event> aggregate() {
            return COUNTER;
        }

        @Override
        public List<PublicEvent> publish(Recorded<Counters.Event> recorded) {
            return recorded.event() instanceof Added(int n)
                    ? List.of(
                            new PublicEvent(topic, "io.guanxi.counter-grown.v1", new Grown(n)),
                            new PublicEvent(topic, "io.guanxi.counter-moved.v1", new Grown(n)))
                    : List.of();
        }
    }

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        store = new PostgresEventStore(database.source(), new TestCipher());
        topic = "kit.counters." + ProcessHandle.current().pid() + "." + COUNT.incrementAndGet();
    }

    @AfterEach
    void close() {
        if (relay != null) {
            relay.close();
        }
    }

    @Test
    void what_is_stored_reaches_the_topic_in_order_and_says_what_it_is() {
        start(RelayProbe.NONE);
        UUID owner = Uuids.v7();
        UUID id = opened(owner);
        CommandContext context = CommandContext.of(Uuids.v7(), "S-0001", NOW);
        CommandOutcome outcome = store.execute(context, COUNTER, id, new Add(7));
        relay.wake();
        await(2);
        Message first = TestTopics.read(topic).getFirst();
        assertThat(first.key()).isEqualTo(owner.toString());
        assertThat(first.partition()).isEqualTo(Partitions.of(owner));
        assertThat(first.value()).isEqualTo("{\"n\":7}");
        assertThat(first.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "io.guanxi.counter-grown.v1")
                .containsEntry("ce_source", "/guanxi/" + topic)
                .containsEntry("ce_subject", owner.toString())
                .containsEntry("ce_time", "2026-03-02T08:00:00Z")
                .containsEntry("ce_sequence", String.format("%019d", outcome.position() * 10));
        awaitNoLag();
        assertThat(relay.status().state()).isEqualTo(RelayStatus.State.RUNNING);
    }

    @Test
    void a_relay_that_dies_at_any_moment_sends_nothing_twice_and_loses_nothing() {
        Set<Moment> open = EnumSet.allOf(Moment.class);
        AtomicInteger deaths = new AtomicInteger();
        start(
                moment -> {
                    if (open.remove(moment)) {
                        deaths.incrementAndGet();
                        throw new IllegalStateException("dies after " + moment);
                    }
                });
        UUID id = opened(Uuids.v7());
        for (int i = 0; i < 40; i++) {
            add(id, 1);
            relay.wake();
        }
        awaitNoLag();
        assertThat(deaths).hasValue(4);
        assertExactly(80);
    }

    @Test
    void a_relay_whose_session_is_cut_goes_on_without_repeats() {
        start(RelayProbe.NONE);
        UUID id = opened(Uuids.v7());
        for (int i = 0; i < 60; i++) {
            add(id, 1);
            relay.wake();
            if (i % 20 == 10) {
                database.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                + " WHERE application_name LIKE '%-relay' AND pid IN"
                                + " (SELECT pid FROM pg_locks WHERE classid = 7412)"
                                + " AND datname = current_database()");
            }
        }
        awaitNoLag();
        assertExactly(120);
    }

    @Test
    void an_append_that_is_still_open_is_waited_for() throws SQLException {
        start(RelayProbe.NONE);
        UUID slow = opened(Uuids.v7());
        UUID quick = opened(Uuids.v7());
        awaitNoLag();
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            long before = database.number("SELECT position FROM relay_cursor");
            AppendCall.run(connection, List.of(appendOf(slow, 1)));
            CommandOutcome later = add(quick, 2);
            relay.wake();
            assertThat(database.number("SELECT position FROM relay_cursor")).isEqualTo(before);
            assertThat(relay.status().lag()).isPositive();
            connection.commit();
            assertThat(later.position()).isGreaterThan(before + 1);
        }
        relay.wake();
        awaitNoLag();
        assertExactly(4);
    }

    @Test
    void a_rewind_repeats_the_same_records() {
        start(RelayProbe.NONE);
        UUID id = opened(Uuids.v7());
        for (int i = 0; i < 5; i++) {
            add(id, i + 1);
        }
        relay.wake();
        await(10);
        relay.rewind(0);
        await(20);
        awaitNoLag();
        add(id, 9);
        relay.wake();
        List<Message> all = await(22);
        assertThat(all).hasSize(22);
        assertThat(all.subList(0, 10))
                .extracting(Message::value, Message::headers)
                .isEqualTo(
                        all.subList(10, 20).stream()
                                .map(
                                        m ->
                                                org.assertj.core.groups.Tuple.tuple(
                                                        m.value(), m.headers()))
                                .toList());
    }

    @Test
    void a_topic_that_was_lost_is_filled_again() throws Exception {
        start(RelayProbe.NONE);
        UUID id = opened(Uuids.v7());
        add(id, 1);
        relay.wake();
        await(2);
        awaitNoLag();
        relay.close();
        try (Admin admin = Admin.create(kafka())) {
            admin.deleteTopics(List.of(topic)).all().get();
            Eventually.within(GENEROUS, () -> !admin.listTopics().names().get().contains(topic));
        }
        add(id, 2);
        start(RelayProbe.NONE);
        awaitNoLag();
        assertExactly(4);
    }

    @Test
    void a_topic_that_knows_more_than_the_store_is_not_written_to() {
        start(RelayProbe.NONE);
        UUID id = opened(Uuids.v7());
        add(id, 1);
        relay.wake();
        await(2);
        relay.close();
        database = TestDatabase.fresh();
        store = new PostgresEventStore(database.source(), new TestCipher());
        start(RelayProbe.NONE);
        Eventually.within(GENEROUS, () -> relay.status().state() == RelayStatus.State.REFUSED);
        assertThat(relay.status().error()).contains("ahead of the store");
        UUID other = opened(Uuids.v7());
        for (int i = 0; i < 5; i++) {
            add(other, 1);
        }
        Eventually.within(GENEROUS, () -> relay.status().error().contains("does not have there"));
        assertThat(TestTopics.read(topic)).hasSize(2);
    }

    @Test
    void the_second_takes_over_when_the_first_ends_and_when_it_goes_silent() throws Exception {
        start(RelayProbe.NONE);
        UUID id = opened(Uuids.v7());
        add(id, 1);
        awaitNoLag();
        Relay first = relay;
        CountDownLatch standby = new CountDownLatch(1);
        start(RelayProbe.NONE);
        Eventually.within(GENEROUS, () -> relay.status().state() == RelayStatus.State.STANDBY);
        standby.countDown();
        first.close();
        Eventually.within(GENEROUS, () -> relay.status().state() == RelayStatus.State.RUNNING);
        add(id, 2);
        awaitNoLag();
        relay.close();
        try (Connection silent = database.source().getConnection();
                Statement statement = silent.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(7412, 0)");
            start(RelayProbe.NONE);
            add(id, 3);
            Eventually.within(GENEROUS, () -> relay.status().state() == RelayStatus.State.RUNNING);
            awaitNoLag();
        }
        assertExactly(6);
    }

    private void start(RelayProbe probe) {
        relay =
                new Relay(
                        new Relay.Configuration(
                                topic,
                                database.direct(),
                                database.source(),
                                kafka(),
                                Set.of(topic),
                                7),
                        List.of(new Face()),
                        KitMetrics.NONE,
                        probe);
        relay.start();
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", TestStack.kafka().bootstrap());
    }

    private UUID opened(UUID owner) {
        UUID id = Uuids.v7();
        store.execute(
                CommandContext.of(Uuids.v7(), "S-0001", NOW), COUNTER, id, new Open(owner, "n"));
        return id;
    }

    private CommandOutcome add(UUID id, int n) {
        return store.execute(CommandContext.of(Uuids.v7(), "S-0001", NOW), COUNTER, id, new Add(n));
    }

    private Append appendOf(UUID id, int n) throws SQLException {
        StreamReader.Stored stored =
                Transactions.single(database.source(), c -> StreamReader.read(c, id, 0));
        CommandContext context = CommandContext.of(Uuids.v7(), "S-0001", NOW);
        StoreSession session = new StoreSession(context, id, _ -> stored, store.codecs());
        session.execute(COUNTER, id, new Add(n));
        return store.builder().build(session, id, 2);
    }

    private List<Message> await(int count) {
        return TestTopics.await(topic, GENEROUS, count, _ -> true);
    }

    private void awaitNoLag() {
        Eventually.within(
                GENEROUS,
                () ->
                        relay.status().lag() == 0
                                && relay.status().state() == RelayStatus.State.RUNNING);
    }

    /** So many records, none twice, and per partition in rising sequence. */
    private void assertExactly(int count) {
        List<Message> all = TestTopics.read(topic);
        assertThat(all).hasSize(count);
        assertThat(new HashSet<>(all.stream().map(m -> m.headers().get("ce_id")).toList()))
                .hasSize(count);
        Map<Integer, String> last = new HashMap<>();
        for (Message message : all) {
            String sequence = message.headers().get("ce_sequence");
            assertThat(sequence).isGreaterThan(last.getOrDefault(message.partition(), ""));
            last.put(message.partition(), sequence);
        }
        assertThat(database.number("SELECT 2 * count(*) FROM event WHERE type = 'counter-added'"))
                .isEqualTo(count);
    }
}
