package io.guanxi.local.bench;

import io.guanxi.kit.eventsourcing.Consumers;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.PostgresEventStore;
import io.guanxi.kit.eventsourcing.Projection;
import io.guanxi.kit.eventsourcing.Relay;
import io.guanxi.kit.testing.Eventually;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** From the table to the topic, and from the topic into another table. */
final class RelayBench {
    private static final Duration GENEROUS = Duration.ofMinutes(5);
    private static final String BARE = "bench.bare";

    private final BenchServers servers;
    private final int events;
    private int terms;

    RelayBench(BenchServers servers, int events) {
        this.servers = servers;
        this.events = events;
    }

    /** Stores the events by plain SQL, then times the relay alone. */
    Measure relay() throws SQLException {
        servers.execute(
                """
                WITH made AS (INSERT INTO stream SELECT uuidv7(), 'bench', 1 FROM generate_series(1, %d) RETURNING id)
                INSERT INTO event (stream_id, version, key, partition, type, schema_ver, command_id, occurred_at, recorded_at, data, meta)
                SELECT id, 1, id, abs(hashtext(id::text)) %% 24, 'bench-noted', 1, uuidv7(), now(), now(), '{"text":"%s"}', '{"actor":"S-0001"}' FROM made
                """
                        .formatted(events, BenchThing.TEXT));
        servers.execute("ANALYZE event; ANALYZE stream");
        Relay.Configuration configuration =
                new Relay.Configuration(
                        "bench",
                        servers.direct(),
                        servers.pool(),
                        servers.kafka(),
                        Set.of(BenchThing.TOPIC));
        long start = System.nanoTime();
        try (Relay relay = new Relay(configuration, List.of(new BenchThing.Face()))) {
            relay.start();
            Eventually.within(GENEROUS, () -> relay.status().lag() == 0);
            return rate(events, start);
        }
    }

    /** The same records from a bare producer that is as durable. */
    Measure producer() {
        Map<String, Object> configuration = new HashMap<>(servers.kafka());
        configuration.put("acks", "all");
        configuration.put("batch.size", "131072");
        byte[] value = ("{\"text\":\"" + BenchThing.TEXT + "\"}").getBytes(StandardCharsets.UTF_8);
        byte[] header = new byte[300];
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        configuration, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.partitionsFor(BenchThing.TOPIC);
            long start = System.nanoTime();
            for (int i = 0; i < events; i++) {
                ProducerRecord<byte[], byte[]> record =
                        new ProducerRecord<>(BARE, i % 24, new byte[36], value);
                record.headers().add("ce", header);
                var _ = producer.send(record);
            }
            producer.flush();
            return rate(events, start);
        }
    }

    /** A projection that counts per key, offsets and rows in one transaction. */
    Measure projection() {
        Consumers.Configuration configuration =
                new Consumers.Configuration(
                        "bench" + terms++, servers.pool(), servers.kafka(), () -> Instant.EPOCH);
        try (PostgresEventStore store = new PostgresEventStore(servers.pool(), null);
                Consumers consumers =
                        new Consumers(
                                configuration, store, List.of(new Counting(terms)), List.of())) {
            long end = ends();
            long start = System.nanoTime();
            consumers.start();
            Eventually.within(
                    GENEROUS,
                    () ->
                            servers.number(
                                            "SELECT coalesce(sum(next_offset), 0) FROM"
                                                    + " consumer_offset")
                                    >= end);
            return rate(events, start);
        }
    }

    /** The same records, only read. */
    Measure bareRead() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> all = partitions(consumer);
            consumer.assign(all);
            consumer.seekToBeginning(all);
            long start = System.nanoTime();
            int count = 0;
            while (count < events) {
                count += consumer.poll(Duration.ofMillis(200)).count();
            }
            return rate(count, start);
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

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return consumer.partitionsFor(BenchThing.TOPIC).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
    }

    private static Measure rate(int count, long start) {
        return Measure.rate(count / ((System.nanoTime() - start) / 1e9));
    }

    private record Counting(int number) implements Projection {
        @Override
        public String name() {
            return "counting-" + number;
        }

        @Override
        public Set<String> topics() {
            return Set.of(BenchThing.TOPIC);
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
