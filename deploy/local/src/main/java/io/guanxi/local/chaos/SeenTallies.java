package io.guanxi.local.chaos;

import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Projection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Tallies as the topic tells them. It counts every event that is not the next of its key, and
 * chokes on poison until the table {@code cured} has a row.
 */
record SeenTallies(Set<String> topics) implements Projection {
    static final String NAME = "seen-tallies";
    private static final String READ =
            "SELECT tally_id, sum, moves, last_version, disorder FROM tally_seen"
                    + " WHERE tally_id = ANY (?)";
    private static final String WRITE =
            """
            INSERT INTO tally_seen (tally_id, sum, moves, last_version, disorder)
            SELECT * FROM unnest(?, ?, ?, ?, ?)
            ON CONFLICT (tally_id) DO UPDATE SET (sum, moves, last_version, disorder) =
                ROW (EXCLUDED.sum, EXCLUDED.moves, EXCLUDED.last_version, EXCLUDED.disorder)
            """;

    private record Seen(long sum, int moves, int lastVersion, int disorder) {
        static final Seen NOTHING = new Seen(0, 0, 0, 0);

        Seen after(Tally.Moved moved) {
            int odd = moved.version() == lastVersion + 1 ? 0 : 1;
            return new Seen(sum + moved.n(), moves + 1, moved.version(), disorder + odd);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> types() {
        return Set.of(Tally.MOVED);
    }

    @Override
    public void apply(Connection connection, List<InboundEvent> events) throws SQLException {
        List<Tally.Moved> moves = events.stream().map(e -> e.as(Tally.Moved.class)).toList();
        if (moves.stream().anyMatch(Tally.Moved::poison) && !cured(connection)) {
            throw new IllegalArgumentException("This event is poison");
        }
        Set<UUID> ids = new LinkedHashSet<>(moves.stream().map(Tally.Moved::tallyId).toList());
        Map<UUID, Seen> seen = read(connection, ids);
        for (Tally.Moved moved : moves) {
            Seen before = seen.getOrDefault(moved.tallyId(), Seen.NOTHING);
            seen.put(moved.tallyId(), before.after(moved));
        }
        write(connection, seen);
    }

    private static boolean cured(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT FROM cured)")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static Map<UUID, Seen> read(Connection connection, Collection<UUID> ids)
            throws SQLException {
        Map<UUID, Seen> seen = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    seen.put(
                            row.getObject(1, UUID.class),
                            new Seen(row.getLong(2), row.getInt(3), row.getInt(4), row.getInt(5)));
                }
            }
        }
        return seen;
    }

    private static void write(Connection connection, Map<UUID, Seen> seen) throws SQLException {
        List<UUID> ids = List.copyOf(seen.keySet());
        List<Seen> rows = ids.stream().map(seen::get).toList();
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            array(statement, 1, "uuid", ids);
            array(statement, 2, "int8", rows.stream().map(Seen::sum).toList());
            array(statement, 3, "int4", rows.stream().map(Seen::moves).toList());
            array(statement, 4, "int4", rows.stream().map(Seen::lastVersion).toList());
            array(statement, 5, "int4", rows.stream().map(Seen::disorder).toList());
            statement.executeUpdate();
        }
    }

    private static void array(PreparedStatement to, int index, String type, List<?> values)
            throws SQLException {
        to.setArray(index, to.getConnection().createArrayOf(type, values.toArray()));
    }
}
