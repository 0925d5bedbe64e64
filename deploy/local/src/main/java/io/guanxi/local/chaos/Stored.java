package io.guanxi.local.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All that the store holds when the run is over. */
record Stored(
        List<Event> tallyEvents,
        List<Note> notes,
        Map<UUID, Command> commands,
        Map<UUID, Integer> streams,
        Map<String, UUID> labels) {

    /**
     * An event of a tally.
     *
     * @param n negative where it was taken
     */
    record Event(long position, UUID stream, int version, UUID command, int n) {}

    /** An event of a journal. */
    record Note(UUID stream, int journalVersion, UUID command, int version) {}

    /** A command row; without a stream it is a reaction's. */
    record Command(UUID stream, int version) {}

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    static Stored read(RunDatabase database) throws SQLException {
        Stored stored =
                new Stored(
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new HashMap<>(),
                        new HashMap<>(),
                        new HashMap<>());
        try (Connection connection = database.connect()) {
            each(
                    connection,
                    "SELECT position, stream_id, version, command_id, (data ->> 'n')::int"
                            + " * CASE type WHEN 'tally-taken' THEN -1 ELSE 1 END FROM event"
                            + " WHERE type LIKE 'tally-%' ORDER BY stream_id, version",
                    row ->
                            stored.tallyEvents.add(
                                    new Event(
                                            row.getLong(1),
                                            row.getObject(2, UUID.class),
                                            row.getInt(3),
                                            row.getObject(4, UUID.class),
                                            row.getInt(5))));
            each(
                    connection,
                    "SELECT stream_id, version, (data ->> 'command')::uuid, (data ->>"
                            + " 'version')::int FROM event WHERE type = 'journal-noted'"
                            + " ORDER BY stream_id, version",
                    row ->
                            stored.notes.add(
                                    new Note(
                                            row.getObject(1, UUID.class),
                                            row.getInt(2),
                                            row.getObject(3, UUID.class),
                                            row.getInt(4))));
            each(
                    connection,
                    "SELECT id, stream_id, coalesce(version, 0) FROM command",
                    row ->
                            stored.commands.put(
                                    row.getObject(1, UUID.class),
                                    new Command(row.getObject(2, UUID.class), row.getInt(3))));
            each(
                    connection,
                    "SELECT id, version FROM stream",
                    row -> stored.streams.put(row.getObject(1, UUID.class), row.getInt(2)));
            each(
                    connection,
                    "SELECT key, owner FROM reservation",
                    row -> stored.labels.put(row.getString(1), row.getObject(2, UUID.class)));
        }
        return stored;
    }

    private static void each(Connection connection, String sql, Row to) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                to.read(rows);
            }
        }
    }
}
