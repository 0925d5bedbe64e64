package io.guanxi.kit.eventsourcing;

import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.TestStack;
import io.guanxi.kit.testing.TestTopics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A topic, a database, and a diary that keeps every event as a row. */
abstract class DiaryFixture {
    static final Duration GENEROUS = Duration.ofSeconds(90);
    static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    static final AtomicInteger COUNT = new AtomicInteger();
    static final UUID ONE = UUID.fromString("018f0000-0000-7000-8000-000000000001");
    static final UUID TWO = UUID.fromString("018f0000-0000-7000-8000-000000000002");

    TestDatabase database;
    PostgresEventStore store;
    String topic;
    Consumers consumers;

    record Seen(int n) {}

    /** Keeps every event as a row, so that one too many shows. */
    class Diary implements Projection {
        final AtomicInteger failures = new AtomicInteger();
        volatile int poison = -1;

        @Override
        public String name() {
            return "diary";
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
        public void apply(Connection connection, List<InboundEvent> events) throws SQLException {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO diary (key, n) VALUES (?, ?)")) {
                for (InboundEvent event : events) {
                    int n = event.as(Seen.class).n();
                    if (n == poison) {
                        throw new IllegalArgumentException("cannot bear " + n);
                    }
                    insert.setString(1, event.key());
                    insert.setInt(2, n);
                    insert.executeUpdate();
                }
            }
            if (failures.getAndDecrement() > 0) {
                throw new SQLException("away for a moment", "08006");
            }
        }
    }

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.fresh();
        database.asOwner(
                "CREATE TABLE diary (i bigint GENERATED ALWAYS AS IDENTITY, key text, n int)");
        store = new PostgresEventStore(database.source(), new TestCipher());
        topic = "kit.seen." + ProcessHandle.current().pid() + "." + COUNT.incrementAndGet();
        KafkaTopics.create(kafka(), List.of(topic));
    }

    @AfterEach
    void close() {
        if (consumers != null) {
            consumers.close();
        }
    }

    void start(Projection projection) {
        consumers = new Consumers(configuration(), store, List.of(projection), List.of());
        consumers.start();
    }

    Consumers.Configuration configuration() {
        return new Consumers.Configuration("kit", database.source(), kafka(), () -> NOW);
    }

    static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", TestStack.kafka().bootstrap());
    }

    void send(UUID key, int n, long number) {
        send("io.guanxi.seen.v1", key, n, number);
    }

    void send(String type, UUID key, int n, long number) {
        TestTopics.send(
                topic,
                key.toString(),
                "{\"n\":" + n + "}",
                Map.of(
                        "ce_id",
                        Uuids.v5(key, Long.toString(number)).toString(),
                        "ce_type",
                        type,
                        "ce_time",
                        "2026-01-01T00:00:00Z",
                        "ce_sequence",
                        String.format("%019d", number)));
    }

    ConsumerStatus status() {
        return consumers.status().getFirst();
    }

    void awaitNoLag() {
        Eventually.within(
                GENEROUS,
                () -> status().partitions().size() == Partitions.COUNT && status().lag() == 0);
    }

    String diary(UUID key) {
        return database.text(
                "SELECT string_agg(n::text, ',' ORDER BY i) FROM diary WHERE key = '" + key + "'");
    }
}
