package io.guanxi.kit.eventsourcing;

import static io.guanxi.kit.eventsourcing.Counters.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kit.eventsourcing.Counters.Command.Add;
import io.guanxi.kit.eventsourcing.Counters.Command.Open;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.TestTopics;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class ConsumersTest extends DiaryFixture {
    private final class WhenSeenThenAdd implements Reaction {
        @Override
        public String name() {
            return "when-seen-then-add";
        }

        @Override
        public Set<String> topics() {
            return Set.of(topic);
        }

        @Override
        public Set<String> types() {
            return Set.of("io.guanxi.seen.v1");
        }

        @Override
        public Set<UUID> targets(InboundEvent event) {
            return Set.of(UUID.fromString(event.key()));
        }

        @Override
        public void react(InboundEvent event, Session session) {
            UUID id = UUID.fromString(event.key());
            if (!session.load(COUNTER, id).exists()) {
                session.execute(COUNTER, id, new Open(id, "made by a reaction"));
            }
            session.execute(COUNTER, id, new Add(event.as(Seen.class).n()));
        }
    }

    @Test
    void each_event_counts_once_however_often_it_arrives() {
        for (int n = 1; n <= 5; n++) {
            send(ONE, n, n);
        }
        send(ONE, 3, 3);
        send(ONE, 5, 5);
        send("io.guanxi.unseen.v1", ONE, 6, 6);
        start(new Diary());
        awaitNoLag();
        assertThat(diary(ONE)).isEqualTo("1,2,3,4,5");
        send(ONE, 2, 2);
        send(ONE, 7, 7);
        awaitNoLag();
        assertThat(diary(ONE)).isEqualTo("1,2,3,4,5,7");
        assertThat(status().partitions())
                .anySatisfy(p -> assertThat(p.lastSequence()).isEqualTo(7));
    }

    @Test
    void it_goes_on_where_it_was_when_it_starts_again() {
        send(ONE, 1, 1);
        start(new Diary());
        awaitNoLag();
        consumers.close();
        send(ONE, 2, 2);
        start(new Diary());
        awaitNoLag();
        assertThat(diary(ONE)).isEqualTo("1,2");
    }

    @Test
    void what_fails_for_a_moment_is_tried_again_and_counts_once() {
        Diary diary = new Diary();
        diary.failures.set(2);
        send(ONE, 1, 1);
        send(TWO, 2, 2);
        start(diary);
        awaitNoLag();
        assertThat(diary(ONE)).isEqualTo("1");
        assertThat(diary(TWO)).isEqualTo("2");
        assertThat(status().error()).isNull();
    }

    @Test
    void a_topic_that_lost_its_end_and_was_filled_again_is_not_skipped() throws Exception {
        for (int times : new int[] {5, 60}) {
            int before = times / 5;
            for (int n = 1; n <= before; n++) {
                for (int i = 0; i < 5; i++) {
                    send(ONE, n, n);
                }
            }
            start(new Diary());
            awaitNoLag();
            consumers.close();
            makeAnew();
            int most = times + 2;
            for (int n = 1; n <= most; n++) {
                send(ONE, n, n);
            }
            start(new Diary());
            awaitNoLag();
            consumers.close();
            assertThat(diary(ONE)).isEqualTo(numbers(most));
            database.execute("DELETE FROM diary");
            database.execute("DELETE FROM consumer_offset");
            makeAnew();
        }
    }

    /** Stopped consumers find the topic empty. */
    private void makeAnew() throws Exception {
        try (Admin admin = Admin.create(kafka())) {
            admin.deleteTopics(List.of(topic)).all().get();
            Eventually.within(GENEROUS, () -> !admin.listTopics().names().get().contains(topic));
            Eventually.within(
                    GENEROUS,
                    () -> {
                        KafkaTopics.create(kafka(), List.of(topic));
                        return admin.listTopics().names().get().contains(topic);
                    });
        }
    }

    @Test
    void lanes_share_the_keys_and_each_key_stays_in_order() {
        int keys = 60;
        int each = 20;
        Set<String> lanes = ConcurrentHashMap.newKeySet();
        Diary diary =
                new Diary() {
                    @Override
                    public void apply(Connection connection, List<InboundEvent> events)
                            throws SQLException {
                        lanes.add(Thread.currentThread().getName());
                        super.apply(connection, events);
                    }
                };
        consumers = new Consumers(configuration().withLanes(3), store, List.of(diary), List.of());
        consumers.start();
        int number = 0;
        for (int round = 1; round <= each; round++) {
            for (int k = 0; k < keys; k++) {
                send(key(k), round, ++number);
            }
        }
        awaitNoLag();
        Eventually.within(
                GENEROUS,
                () -> database.number("SELECT count(*) FROM diary") == (long) keys * each);
        for (int k = 0; k < keys; k++) {
            assertThat(diary(key(k))).isEqualTo(numbers(each));
        }
        assertThat(status().error()).isNull();
        // Members come one after the other, so the first ones had all keys for a moment.
        int more = number;
        Eventually.within(
                GENEROUS,
                () -> {
                    for (int k = 0; k < keys; k++) {
                        send(key(k), 0, more + keys + k);
                    }
                    return lanes.size() == 3;
                });
    }

    @Test
    void a_consumer_has_one_to_as_many_lanes_as_partitions() {
        assertThat(configuration().lanes()).isEqualTo(1);
        assertThat(configuration().withLanes(Partitions.COUNT).lanes()).isEqualTo(24);
        for (int lanes : new int[] {-1, 0, Partitions.COUNT + 1}) {
            assertThatThrownBy(() -> configuration().withLanes(lanes))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1 to 24 lanes, not " + lanes);
        }
    }

    private static UUID key(int k) {
        return Uuids.v5(ONE, "key " + k);
    }

    private static String numbers(int most) {
        return IntStream.rangeClosed(1, most)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
    }

    @Test
    void a_topic_without_sequences_goes_by_offset_alone() {
        for (int n = 1; n <= 12; n++) {
            sendBare(n);
        }
        startInSmallBatches();
        awaitNoLag();
        consumers.close();
        startInSmallBatches();
        sendBare(13);
        Eventually.within(GENEROUS, () -> diary(ONE).endsWith("13"));
        assertThat(diary(ONE)).isEqualTo(numbers(13));
    }

    /** What it looks back at comes in several of them. */
    private void startInSmallBatches() {
        Consumers.Configuration small =
                new Consumers.Configuration("kit", database.source(), kafka(), () -> NOW, 3, 3, 1);
        consumers = new Consumers(small, store, List.of(new Diary()), List.of());
        consumers.start();
    }

    private void sendBare(int n) {
        Map<String, String> headers = Map.of("ce_type", "io.guanxi.seen.v1");
        TestTopics.send(topic, ONE.toString(), "{\"n\":" + n + "}", headers);
    }

    @Test
    void a_reaction_appends_its_own_events_and_its_refusals_are_no_errors() {
        send(ONE, 5, 1);
        send(ONE, 6, 2);
        send(ONE, Counters.LIMIT, 3);
        send(ONE, 7, 4);
        send(ONE, 6, 2);
        send(TWO, 8, 5);
        consumers =
                new Consumers(configuration(), store, List.of(), List.of(new WhenSeenThenAdd()));
        consumers.start();
        awaitNoLag();
        List<Recorded<Counters.Event>> events = store.read(COUNTER, ONE, 0);
        assertThat(events)
                .extracting(Recorded::type)
                .containsExactly(
                        "counter-opened",
                        "counter-added",
                        "counter-added",
                        "counter-overflowed",
                        "counter-added");
        assertThat(events.get(1).actor()).isEqualTo("svc:kit/when-seen-then-add");
        assertThat(events.get(1).occurredAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(events.get(1).recordedAt()).isEqualTo(NOW);
        assertThat(store.load(COUNTER, ONE).state().total()).isEqualTo(18);
        assertThat(store.load(COUNTER, TWO).state().total()).isEqualTo(8);
        assertThat(
                        database.number(
                                "SELECT total FROM counter_view WHERE counter_id = '" + ONE + "'"))
                .isEqualTo(18);
        assertThat(status().error()).isNull();
    }

    @Test
    void a_reaction_that_is_sent_everything_again_does_nothing_again() {
        send(ONE, 5, 1);
        consumers =
                new Consumers(configuration(), store, List.of(), List.of(new WhenSeenThenAdd()));
        consumers.start();
        awaitNoLag();
        consumers.close();
        database.execute("UPDATE consumer_offset SET next_offset = 0, last_sequence = -1");
        consumers =
                new Consumers(configuration(), store, List.of(), List.of(new WhenSeenThenAdd()));
        consumers.start();
        awaitNoLag();
        assertThat(store.load(COUNTER, ONE).state().total()).isEqualTo(5);
    }
}
