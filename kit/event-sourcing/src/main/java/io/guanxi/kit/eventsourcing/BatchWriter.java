package io.guanxi.kit.eventsourcing;

import io.guanxi.kit.eventsourcing.ConsumerOffsets.Move;
import io.guanxi.kit.eventsourcing.ConsumerOffsets.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a batch and its offsets in one transaction. A batch that holds something which cannot be
 * applied is halved until the culprit stands alone; its key is then parked.
 */
final class BatchWriter {
    private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);

    private final EventHandler handler;
    private final DataSource write;
    private final ConsumerOffsets offsets;
    private final ParkingLot parking;
    private final Runnable appended;
    private final KitMetrics metrics;
    private boolean anythingParked;

    BatchWriter(
            EventHandler handler,
            DataSource write,
            ConsumerOffsets offsets,
            Runnable appended,
            KitMetrics metrics) {
        this.metrics = metrics;
        this.handler = handler;
        this.write = write;
        this.offsets = offsets;
        this.parking = new ParkingLot(handler.name());
        this.appended = appended;
    }

    void refreshParked() throws SQLException {
        anythingParked = Transactions.single(write, parking::count) > 0;
    }

    /**
     * Applies the records and moves {@code places} as it gets on.
     *
     * @param ends where the partitions stand after the last of the records
     * @throws SQLException something that may be better on the next try
     */
    void write(
            List<ConsumerRecord<byte[], byte[]>> records,
            Map<TopicPartition, Place> places,
            Map<TopicPartition, Long> ends)
            throws SQLException {
        try {
            attempt(records, places, ends, null);
        } catch (SQLException e) {
            if (!Transactions.badData(e)) {
                throw e;
            }
            divide(records, places, ends, e);
        } catch (ConsumerOffsets.Stale | StoreException.Unavailable | StoreException.Busy e) {
            throw e;
        } catch (RuntimeException e) {
            Optional<SQLException> passing = Transactions.passingCause(e);
            if (passing.isPresent()) {
                throw passing.get();
            }
            divide(records, places, ends, e);
        }
    }

    private void divide(
            List<ConsumerRecord<byte[], byte[]>> records,
            Map<TopicPartition, Place> places,
            Map<TopicPartition, Long> ends,
            Exception cause)
            throws SQLException {
        if (records.isEmpty()) {
            throw new IllegalStateException("Places alone cannot be written", cause);
        }
        if (records.size() == 1) {
            ConsumerRecord<byte[], byte[]> culprit = records.getFirst();
            LOG.error(
                    "Consumer {} parks the key of {}-{}@{}",
                    handler.name(),
                    culprit.topic(),
                    culprit.partition(),
                    culprit.offset(),
                    cause);
            attempt(records, places, ends, cause.toString());
            return;
        }
        int middle = records.size() / 2;
        List<ConsumerRecord<byte[], byte[]>> first = records.subList(0, middle);
        Map<TopicPartition, Long> reached = new HashMap<>();
        first.forEach(r -> reached.put(partition(r), r.offset() + 1));
        write(first, places, reached);
        write(records.subList(middle, records.size()), places, ends);
    }

    private void attempt(
            List<ConsumerRecord<byte[], byte[]>> records,
            Map<TopicPartition, Place> places,
            Map<TopicPartition, Long> ends,
            String poison)
            throws SQLException {
        long start = System.nanoTime();
        Map<TopicPartition, Long> sequences = new HashMap<>();
        List<ConsumerRecord<byte[], byte[]>> fresh = fresh(records, places, sequences);
        Map<TopicPartition, Move> moves = new HashMap<>();
        ends.forEach(
                (partition, end) -> {
                    Place from = places.get(partition);
                    long sequence = sequences.getOrDefault(partition, from.sequence());
                    moves.put(partition, new Move(from, new Place(end, sequence)));
                });
        boolean stored =
                Transactions.transaction(
                        write, connection -> apply(connection, moves, fresh, poison));
        moves.forEach((partition, move) -> places.put(partition, move.to()));
        if (poison != null) {
            metrics.parked(handler.name());
        } else if (!fresh.isEmpty()) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            metrics.applied(handler.name(), fresh.size(), took);
        }
        if (stored) {
            appended.run();
        }
    }

    private boolean apply(
            Connection connection,
            Map<TopicPartition, Move> moves,
            List<ConsumerRecord<byte[], byte[]>> fresh,
            String poison)
            throws SQLException {
        offsets.move(connection, moves);
        if (poison != null) {
            for (ConsumerRecord<byte[], byte[]> record : fresh) {
                parking.park(connection, record, poison);
            }
            anythingParked = true;
            return false;
        }
        List<InboundEvent> events = new ArrayList<>(fresh.size());
        for (ConsumerRecord<byte[], byte[]> record : unparked(connection, fresh)) {
            InboundEvent event = CloudEvents.read(record);
            if (handler.wants(event)) {
                events.add(event);
            }
        }
        return !events.isEmpty() && handler.apply(connection, events);
    }

    /** Records behind a parked one of their key are parked too. */
    private List<ConsumerRecord<byte[], byte[]>> unparked(
            Connection connection, List<ConsumerRecord<byte[], byte[]>> records)
            throws SQLException {
        if (!anythingParked || records.isEmpty()) {
            return records;
        }
        Map<String, Set<String>> keys = new HashMap<>();
        records.forEach(
                r -> keys.computeIfAbsent(r.topic(), _ -> new HashSet<>()).add(ParkingLot.key(r)));
        Map<String, Set<String>> parked = new HashMap<>();
        for (Map.Entry<String, Set<String>> entry : keys.entrySet()) {
            parked.put(
                    entry.getKey(),
                    parking.parkedKeys(connection, entry.getKey(), entry.getValue()));
        }
        List<ConsumerRecord<byte[], byte[]>> free = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (parked.get(record.topic()).contains(ParkingLot.key(record))) {
                parking.park(connection, record, null);
            } else {
                free.add(record);
            }
        }
        return free;
    }

    /** Leaves out what was applied before, however often it is sent. */
    private static List<ConsumerRecord<byte[], byte[]>> fresh(
            List<ConsumerRecord<byte[], byte[]>> records,
            Map<TopicPartition, Place> places,
            Map<TopicPartition, Long> sequences) {
        List<ConsumerRecord<byte[], byte[]>> fresh = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            TopicPartition partition = partition(record);
            long last = sequences.getOrDefault(partition, places.get(partition).sequence());
            long sequence = CloudEvents.sequence(record);
            if (sequence < 0) {
                fresh.add(record);
            } else if (sequence > last) {
                fresh.add(record);
                sequences.put(partition, sequence);
            }
        }
        return fresh;
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
