package io.guanxi.kit.eventsourcing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Where the records of a key wait, in order, from the first one that could not be applied: going on
 * with later ones would build on a gap.
 */
final class ParkingLot {
    private static final String WAITING = " AND dropped_at IS NULL";
    private static final int LONGEST_REASON = 1000;
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    /** Where a record lies. */
    record Spot(String topic, int partition, long offset) {
        static Spot of(ConsumerRecord<?, ?> record) {
            return new Spot(record.topic(), record.partition(), record.offset());
        }
    }

    private final String consumer;

    ParkingLot(String consumer) {
        this.consumer = consumer;
    }

    /**
     * @param reason null for a record that only waits
     * @throws SQLException also if another record, of a topic made anew since, has its place
     */
    void park(Connection connection, ConsumerRecord<byte[], byte[]> record, String reason)
            throws SQLException {
        String sql =
                "INSERT INTO parked (consumer, topic, partition, record_offset, key, headers,"
                        + " value, reason) VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?)"
                        + " ON CONFLICT (consumer, topic, partition, record_offset) DO UPDATE"
                        + " SET key = excluded.key"
                        + " WHERE parked.headers ->> 'ce_id' = excluded.headers ->> 'ce_id'";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, consumer);
            statement.setString(2, record.topic());
            statement.setInt(3, record.partition());
            statement.setLong(4, record.offset());
            statement.setString(5, key(record));
            statement.setString(6, headers(record));
            statement.setBytes(7, record.value());
            statement.setString(8, reason == null ? null : shortened(reason));
            if (statement.executeUpdate() == 0) {
                throw new SQLException(
                        "Something else is parked for %s as %s"
                                .formatted(consumer, Spot.of(record)));
            }
        }
    }

    /** Which of the keys have records waiting. */
    Set<String> parkedKeys(Connection connection, String topic, Collection<String> keys)
            throws SQLException {
        Set<String> parked = new HashSet<>();
        String sql =
                "SELECT DISTINCT key FROM parked WHERE consumer = ? AND topic = ? AND key = ANY (?)"
                        + WAITING;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, consumer);
            statement.setString(2, topic);
            statement.setArray(3, connection.createArrayOf("text", keys.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    parked.add(rows.getString(1));
                }
            }
        }
        return parked;
    }

    long count(Connection connection) throws SQLException {
        String sql = "SELECT count(*) FROM parked WHERE consumer = ?" + WAITING;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, consumer);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    List<ParkedRecord> list(Connection connection, int limit) throws SQLException {
        List<ParkedRecord> list = new ArrayList<>();
        String sql =
                "SELECT topic, partition, record_offset, key, headers ->> 'ce_type', reason,"
                        + " parked_at FROM parked WHERE consumer = ?"
                        + WAITING
                        + " ORDER BY topic, partition, record_offset LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, consumer);
            statement.setInt(2, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    list.add(
                            new ParkedRecord(
                                    consumer,
                                    row.getString(1),
                                    row.getInt(2),
                                    row.getLong(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6),
                                    row.getObject(7, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return list;
    }

    /** The records of a key in order, locked against the consumer that would add to them. */
    List<ConsumerRecord<byte[], byte[]>> take(Connection connection, String topic, String key)
            throws SQLException {
        lock(connection, topic, key);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        String sql =
                "SELECT partition, record_offset, headers, value FROM parked"
                        + " WHERE consumer = ? AND topic = ? AND key = ?"
                        + WAITING
                        + " ORDER BY record_offset";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, consumer);
            statement.setString(2, topic);
            statement.setString(3, key);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    records.add(record(topic, key, row));
                }
            }
        }
        return records;
    }

    /** Given up, but not forgotten: a rebuild passes it over as well. */
    void drop(Connection connection, ConsumerRecord<byte[], byte[]> record) throws SQLException {
        change(connection, "UPDATE parked SET dropped_at = clock_timestamp()", record);
    }

    /** Where all its records lie, those given up among them. */
    Set<Spot> spots(Connection connection) throws SQLException {
        Set<Spot> spots = new HashSet<>();
        String sql = "SELECT topic, partition, record_offset FROM parked WHERE consumer = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, consumer);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    spots.add(new Spot(row.getString(1), row.getInt(2), row.getLong(3)));
                }
            }
        }
        return spots;
    }

    void remove(Connection connection, ConsumerRecord<byte[], byte[]> record) throws SQLException {
        change(connection, "DELETE FROM parked", record);
    }

    private void change(Connection connection, String sql, ConsumerRecord<byte[], byte[]> record)
            throws SQLException {
        String one =
                sql + " WHERE consumer = ? AND topic = ? AND partition = ? AND record_offset = ?";
        try (PreparedStatement statement = connection.prepareStatement(one)) {
            statement.setString(1, consumer);
            statement.setString(2, record.topic());
            statement.setInt(3, record.partition());
            statement.setLong(4, record.offset());
            statement.executeUpdate();
        }
    }

    static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    private void lock(Connection connection, String topic, String key) throws SQLException {
        String sql =
                "SELECT 1 FROM consumer_offset o WHERE consumer = ? AND topic = ? AND partition IN"
                        + " (SELECT p.partition FROM parked p WHERE p.consumer = o.consumer"
                        + " AND p.topic = o.topic AND p.key = ?) ORDER BY partition FOR UPDATE";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, consumer);
            statement.setString(2, topic);
            statement.setString(3, key);
            statement.executeQuery().close();
        }
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, String key, ResultSet row)
            throws SQLException {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(
                        topic,
                        row.getInt(1),
                        row.getLong(2),
                        key.getBytes(StandardCharsets.UTF_8),
                        row.getBytes(4));
        try {
            Json.MAPPER
                    .readValue(row.getString(3), HEADERS)
                    .forEach(
                            (name, value) ->
                                    record.headers()
                                            .add(name, value.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return record;
    }

    private static String headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(
                        header.key(),
                        new String(header.value(), StandardCharsets.UTF_8).replace("\0", ""));
            }
        }
        try {
            return Json.MAPPER.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shortened(String reason) {
        String text = reason.replace("\0", "");
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }
}
