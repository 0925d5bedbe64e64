package io.guanxi.kit.eventsourcing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A consumer's place in its topics, kept with what it writes. */
final class ConsumerOffsets {
    private static final String MAKE =
            """
            INSERT INTO consumer_offset (consumer, topic, partition, next_offset, last_sequence)
            SELECT ?, u.topic, u.partition, 0, -1 FROM unnest(?, ?) AS u (topic, partition)
            ORDER BY u.topic, u.partition ON CONFLICT DO NOTHING
            """;
    private static final String READ =
            "SELECT topic, partition, next_offset, last_sequence FROM consumer_offset"
                    + " WHERE consumer = ?";
    private static final String MOVE =
            """
            UPDATE consumer_offset o
            SET next_offset = u.next, last_sequence = u.sequence, moved_at = clock_timestamp()
            FROM unnest(?, ?, ?, ?, ?) AS u (topic, partition, expected, next, sequence)
            WHERE o.consumer = ? AND o.topic = u.topic AND o.partition = u.partition
              AND o.next_offset = u.expected
            """;

    /** The next record to read, and the last sequence applied. */
    record Place(long next, long sequence) {
        /** Whether the record, by its sequence, comes after all that was applied. */
        boolean isBehind(ConsumerRecord<byte[], byte[]> record) {
            return CloudEvents.sequence(record) > sequence;
        }
    }

    /** From where to where. */
    record Move(Place from, Place to) {}

    /** Another process has moved the offset: this one no longer owns the partition. */
    static final class Stale extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stale(String consumer) {
            super(consumer + " is moved by another process", null, false, false);
        }
    }

    private final String consumer;

    ConsumerOffsets(String consumer) {
        this.consumer = consumer;
    }

    /** Where to begin; a partition that is new to the consumer begins at 0. */
    Map<TopicPartition, Place> take(Connection connection, Collection<TopicPartition> partitions)
            throws SQLException {
        List<TopicPartition> list = List.copyOf(partitions);
        try (PreparedStatement statement = connection.prepareStatement(MAKE)) {
            statement.setString(1, consumer);
            array(connection, statement, 2, "text", list, TopicPartition::topic);
            array(connection, statement, 3, "int4", list, TopicPartition::partition);
            statement.executeUpdate();
        }
        Map<TopicPartition, Place> places = read(connection);
        places.keySet().retainAll(list);
        return places;
    }

    Map<TopicPartition, Place> read(Connection connection) throws SQLException {
        Map<TopicPartition, Place> places = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, consumer);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    places.put(
                            new TopicPartition(rows.getString(1), rows.getInt(2)),
                            new Place(rows.getLong(3), rows.getLong(4)));
                }
            }
        }
        return places;
    }

    /**
     * Moves the offsets and holds their rows until the transaction ends.
     *
     * @throws Stale one of them is not where this process left it
     */
    void move(Connection connection, Map<TopicPartition, Move> moves) throws SQLException {
        List<Map.Entry<TopicPartition, Move>> list = List.copyOf(moves.entrySet());
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            array(connection, statement, 1, "text", list, e -> e.getKey().topic());
            array(connection, statement, 2, "int4", list, e -> e.getKey().partition());
            array(connection, statement, 3, "int8", list, e -> e.getValue().from().next());
            array(connection, statement, 4, "int8", list, e -> e.getValue().to().next());
            array(connection, statement, 5, "int8", list, e -> e.getValue().to().sequence());
            statement.setString(6, consumer);
            if (statement.executeUpdate() != list.size()) {
                throw new Stale(consumer);
            }
        }
    }

    private static <T> void array(
            Connection connection,
            PreparedStatement statement,
            int index,
            String type,
            List<T> rows,
            Function<T, Object> column)
            throws SQLException {
        statement.setArray(
                index, connection.createArrayOf(type, rows.stream().map(column).toArray()));
    }
}
