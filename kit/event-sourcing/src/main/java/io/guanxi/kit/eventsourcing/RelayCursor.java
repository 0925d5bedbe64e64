package io.guanxi.kit.eventsourcing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The leader's hold on the cursor row. Leadership is a session lock of this connection; whatever is
 * written is written only as long as the epoch is still its own.
 */
final class RelayCursor {
    private static final String LOCK = "SELECT pg_try_advisory_lock(7412, 0)";

    /** The leader that lost its voice but not its session, a stopped process for example. */
    private static final String END_SILENT_LEADER =
            """
            SELECT pg_terminate_backend(l.pid) FROM pg_locks l, relay_cursor c
            WHERE l.locktype = 'advisory' AND l.classid = 7412 AND l.objid = 0 AND l.objsubid = 2 AND l.granted
              AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND c.heartbeat < clock_timestamp() - interval '5 s'
            """;

    private static final String BEGIN =
            """
            UPDATE relay_cursor SET epoch = epoch + 1, leader = ?, heartbeat = clock_timestamp()
            RETURNING epoch, position, resend_until
            """;

    private static final String LOOK =
            """
            SELECT CASE WHEN coalesce(pg_sequence_last_value('event_position_seq'), 0) <= ? THEN ?
                        ELSE fence('2 s') END AS reached, rewind_to FROM relay_cursor
            """;

    private static final String MOVE =
            """
            WITH moved AS (
                UPDATE relay_cursor SET position = ?, heartbeat = clock_timestamp()
                WHERE epoch = ? AND position = ? RETURNING position),
            parts AS (
                INSERT INTO relay_partition (topic, partition, last_sequence, last_offset)
                SELECT u.* FROM unnest(?, ?, ?, ?) AS u WHERE EXISTS (SELECT 1 FROM moved)
                ON CONFLICT (topic, partition) DO UPDATE
                SET last_sequence = EXCLUDED.last_sequence, last_offset = EXCLUDED.last_offset)
            SELECT position FROM moved
            """;

    private static final String REWIND =
            """
            UPDATE relay_cursor SET position = rewind_to, rewind_to = NULL,
                resend_until = greatest(resend_until, position)
            WHERE epoch = ? AND rewind_to IS NOT NULL RETURNING position, resend_until
            """;

    /** Where a partition ends: the last record's sequence and offset. */
    record Tail(long sequence, long offset) {
        static final Tail EMPTY = new Tail(-1, -1);
    }

    /** Up to where can be read now; empty while an append is still open. */
    record Look(Long reached, boolean rewindAsked) {}

    private final Connection connection;
    private long epoch;
    private long position;
    private long resendUntil;

    RelayCursor(Connection connection) {
        this.connection = connection;
    }

    boolean tryLead(String name) throws SQLException {
        if (!lock()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(END_SILENT_LEADER);
            }
            return false;
        }
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                epoch = row.getLong(1);
                position = row.getLong(2);
                resendUntil = row.getLong(3);
            }
        }
        return true;
    }

    private boolean lock() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOCK)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    long epoch() {
        return epoch;
    }

    long position() {
        return position;
    }

    /** The topics hold events beyond the cursor on purpose: they are being sent again. */
    boolean resending() {
        return position < resendUntil;
    }

    Look look() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOOK)) {
            statement.setLong(1, position);
            statement.setLong(2, position);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long reached = row.getLong(1);
                return new Look(row.wasNull() ? null : reached, row.getObject(2) != null);
            }
        }
    }

    void moveTo(long next, Map<TopicPartition, Tail> tails) throws SQLException {
        List<TopicPartition> partitions = List.copyOf(tails.keySet());
        List<Tail> ends = partitions.stream().map(tails::get).toList();
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setLong(1, next);
            statement.setLong(2, epoch);
            statement.setLong(3, position);
            array(statement, 4, "text", partitions.stream().map(TopicPartition::topic).toList());
            array(statement, 5, "int4", partitions.stream().map(p -> p.partition()).toList());
            array(statement, 6, "int8", ends.stream().map(Tail::sequence).toList());
            array(statement, 7, "int8", ends.stream().map(Tail::offset).toList());
            mine(statement);
        }
        position = next;
    }

    /** Goes back before a position that the topics have lost. */
    void moveBackTo(long lost) throws SQLException {
        moveTo(Math.min(position, lost), Map.of());
    }

    void takeUpRewind() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REWIND)) {
            statement.setLong(1, epoch);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    position = row.getLong(1);
                    resendUntil = row.getLong(2);
                }
            }
        }
    }

    Map<TopicPartition, Tail> tails() throws SQLException {
        Map<TopicPartition, Tail> tails = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM relay_partition")) {
            while (rows.next()) {
                tails.put(
                        new TopicPartition(rows.getString("topic"), rows.getInt("partition")),
                        new Tail(rows.getLong("last_sequence"), rows.getLong("last_offset")));
            }
        }
        return tails;
    }

    private void array(PreparedStatement to, int index, String type, Collection<?> values)
            throws SQLException {
        to.setArray(index, connection.createArrayOf(type, values.toArray()));
    }

    private void mine(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("Another process leads the relay since", "40001");
            }
        }
    }
}
