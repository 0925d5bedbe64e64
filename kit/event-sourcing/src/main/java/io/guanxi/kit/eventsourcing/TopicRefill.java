package io.guanxi.kit.eventsourcing;

import io.guanxi.kit.eventsourcing.ConsumerOffsets.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Fills a projection's tables from its topics, from offset 0 to where the live consumer is and
 * never past it. What is parked stays parked; a record that cannot be applied ends the rebuild.
 */
final class TopicRefill implements Refill {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long SMALL_REST = 1000;
    private static final int ROUNDS = 50;
    private static final String LOCK_PLACES =
            "SELECT 1 FROM consumer_offset WHERE consumer = ? ORDER BY topic, partition FOR UPDATE";

    private final Projection projection;
    private final EventHandler handler;
    private final ConsumerOffsets offsets;
    private final ParkingLot parking;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Place> places = new HashMap<>();
    private final Map<TopicPartition, Place> beforeSwitch = new HashMap<>();
    private final Set<ParkingLot.Spot> passedOver = new HashSet<>();
    private final AtomicLong done = new AtomicLong();

    TopicRefill(Projection projection, Map<String, Object> kafka, int batch) {
        this.projection = projection;
        this.handler = EventHandler.of(projection, batch);
        this.offsets = new ConsumerOffsets(projection.name());
        this.parking = new ParkingLot(projection.name());
        Map<String, Object> configuration = new HashMap<>(kafka);
        configuration.put("isolation.level", "read_committed");
        configuration.put("enable.auto.commit", "false");
        configuration.put("auto.offset.reset", "earliest");
        configuration.put("max.poll.records", batch);
        consumer =
                new KafkaConsumer<>(
                        configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public String name() {
        return projection.name();
    }

    @Override
    public Set<String> tables() {
        return projection.tables();
    }

    @Override
    public long total(Connection connection) throws SQLException {
        return offsets.read(connection).values().stream().mapToLong(Place::next).sum();
    }

    @Override
    public long done() {
        return done.get();
    }

    @Override
    public void fill(Connection connection) throws SQLException {
        // A switch that was rolled back took its events with it.
        places.putAll(beforeSwitch);
        beforeSwitch.clear();
        for (int round = 0; round < ROUNDS; round++) {
            Map<TopicPartition, Place> live = offsets.read(connection);
            Set<ParkingLot.Spot> parked = parking.spots(connection);
            long rest = behind(live);
            follow(
                    live,
                    batch ->
                            Refill.inNewTables(connection, () -> apply(connection, batch, parked)));
            if (rest < SMALL_REST) {
                return;
            }
        }
    }

    /**
     * The live consumer moves its places first in each transaction, so it waits for these locks.
     */
    @Override
    public void finish(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_PLACES)) {
            statement.setString(1, projection.name());
            statement.executeQuery().close();
        }
        Map<TopicPartition, Place> live = offsets.read(connection);
        if (behind(live) > SMALL_REST) {
            throw new SQLException("The consumer has run ahead again", "40001");
        }
        Set<ParkingLot.Spot> parked = parking.spots(connection);
        if (!parked.containsAll(passedOver)) {
            throw new IllegalStateException("Parked records were replayed or dropped meanwhile");
        }
        beforeSwitch.putAll(places);
        live.keySet().forEach(partition -> beforeSwitch.putIfAbsent(partition, place(partition)));
        follow(live, batch -> apply(connection, batch, parked));
    }

    @Override
    public void close() {
        consumer.close();
    }

    private interface Batch {
        void apply(List<ConsumerRecord<byte[], byte[]>> records) throws SQLException;
    }

    private long behind(Map<TopicPartition, Place> live) {
        return live.entrySet().stream()
                .mapToLong(e -> e.getValue().next() - place(e.getKey()).next())
                .sum();
    }

    private Place place(TopicPartition partition) {
        return places.getOrDefault(partition, new Place(0, -1));
    }

    /** Reads on to where the live consumer is. */
    private void follow(Map<TopicPartition, Place> live, Batch batch) throws SQLException {
        Map<TopicPartition, Long> open = new HashMap<>();
        live.forEach((partition, place) -> open.put(partition, place.next()));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean assigned = false;
        while (true) {
            if (open.entrySet().removeIf(e -> place(e.getKey()).next() >= e.getValue())
                    || !assigned) {
                assign(open.keySet());
                assigned = true;
            }
            if (open.isEmpty()) {
                return;
            }
            ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
            take(polled, open, batch);
            if (!polled.isEmpty()) {
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Kafka does not answer");
            }
        }
    }

    private void assign(Set<TopicPartition> partitions) {
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, place(partition).next()));
    }

    /** Applies what comes before the ends and was not sent before. */
    private void take(
            ConsumerRecords<byte[], byte[]> polled, Map<TopicPartition, Long> ends, Batch batch)
            throws SQLException {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        Map<TopicPartition, Place> reached = new HashMap<>();
        for (Map.Entry<TopicPartition, Long> entry : ends.entrySet()) {
            TopicPartition partition = entry.getKey();
            long sequence = place(partition).sequence();
            for (ConsumerRecord<byte[], byte[]> record : polled.records(partition)) {
                if (record.offset() < entry.getValue() && isFresh(record, sequence)) {
                    records.add(record);
                    sequence = Math.max(sequence, CloudEvents.sequence(record));
                }
            }
            long next = Math.min(entry.getValue(), consumer.position(partition));
            reached.put(partition, new Place(next, sequence));
        }
        batch.apply(records);
        places.putAll(reached);
        done.addAndGet(records.size());
    }

    private static boolean isFresh(ConsumerRecord<byte[], byte[]> record, long last) {
        long sequence = CloudEvents.sequence(record);
        return sequence < 0 || sequence > last;
    }

    private void apply(
            Connection connection,
            List<ConsumerRecord<byte[], byte[]>> records,
            Set<ParkingLot.Spot> parked)
            throws SQLException {
        List<InboundEvent> events = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            ParkingLot.Spot spot = ParkingLot.Spot.of(record);
            if (parked.contains(spot)) {
                passedOver.add(spot);
            } else {
                InboundEvent event = CloudEvents.read(record);
                if (handler.wants(event)) {
                    events.add(event);
                }
            }
        }
        if (!events.isEmpty()) {
            handler.apply(connection, events);
        }
    }
}
