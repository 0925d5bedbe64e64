package io.guanxi.local.bench;

import io.guanxi.kit.eventsourcing.Consumers;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.PostgresEventStore;
import io.guanxi.kit.eventsourcing.Projection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** From the topic into another table, from its beginning, as a rebuild does it. */
final class ConsumerBench {
    private static final int FETCH = 2000;

    private final BenchServers servers;
    private final Supplier<String> topic;
    private final int events;
    private int term;

    ConsumerBench(BenchServers servers, Supplier<String> topic, int events) {
        this.servers = servers;
        this.topic = topic;
        this.events = events;
    }

    /** A projection that counts per key, offsets and rows in one transaction. */
    Measure projection() throws Exception {
        term++;
        String name = "counting-" + term;
        Consumers.Configuration configuration =
                new Consumers.Configuration(
                        "bench-consumers", servers.pool(), servers.kafka(), () -> Instant.EPOCH);
        try (PostgresEventStore store = new PostgresEventStore(servers.pool(), null);
                Consumers consumers =
                        new Consumers(
                                configuration,
                                store,
                                List.of(new Counting(name, topic.get())),
                                List.of())) {
            long end = ends();
            consumers.start();
            return Measure.drain(() -> left(name, end), events);
        }
    }

    private long left(String consumer, long end) throws SQLException {
        long done =
                servers.number(
                        "SELECT coalesce(sum(next_offset), 0) FROM consumer_offset WHERE consumer = '"
                                + consumer
                                + "'");
        return done == 0 ? Measure.NOT_BEGUN : Math.max(0, end - done);
    }

    /** The same records, only read from Kafka. */
    Measure bareTopicRead() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> all = partitions(consumer);
            consumer.assign(all);
            consumer.seekToBeginning(all);
            long start = System.nanoTime();
            int count = 0;
            while (count < events) {
                count += consumer.poll(Duration.ofMillis(200)).count();
            }
            return Measure.rate(count, start);
        }
    }

    /** The same events, only read from the event table in their order. */
    Measure bareTableRead() throws SQLException {
        String sql = "SELECT * FROM event ORDER BY position";
        try (Connection connection = servers.connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(FETCH);
                long start = System.nanoTime();
                int count = 0;
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        rows.getString("data");
                        count++;
                    }
                }
                return Measure.rate(count, start);
            }
        }
    }

    private long ends() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer)).values().stream()
                    .mapToLong(end -> end)
                    .sum();
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> configuration = new HashMap<>(servers.kafka());
        configuration.put("isolation.level", "read_committed");
        return new KafkaConsumer<>(
                configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return consumer.partitionsFor(topic.get()).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
    }

    private record Counting(String name, String topic) implements Projection {
        @Override
        public Set<String> topics() {
            return Set.of(topic);
        }

        @Override
        public Set<String> types() {
            return Set.of();
        }

        @Override
        public void apply(Connection connection, List<InboundEvent> events) throws SQLException {
            Map<String, Long> counts = new HashMap<>();
            events.forEach(event -> counts.merge(event.key(), 1L, Long::sum));
            String sql =
                    "INSERT INTO bench_seen SELECT * FROM unnest(?, ?) AS u (key, seen) ORDER BY"
                            + " key ON CONFLICT (key) DO UPDATE SET seen = bench_seen.seen +"
                            + " EXCLUDED.seen";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("text", counts.keySet().toArray()));
                statement.setArray(2, connection.createArrayOf("int8", counts.values().toArray()));
                statement.executeUpdate();
            }
        }
    }
}
