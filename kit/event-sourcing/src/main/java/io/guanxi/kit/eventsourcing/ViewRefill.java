package io.guanxi.kit.eventsourcing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Fills an own read model: folds every stream of its kinds, then again the streams that moved
 * meanwhile. A row is a function of its stream, so folding one twice does no harm. While a page of
 * streams is written, the next one is read and folded on another connection.
 */
final class ViewRefill implements Refill {
    private static final int STREAMS = 500;
    private static final int SMALL_REST = 200;
    private static final int ROUNDS = 50;
    private static final ThreadFactory THREAD =
            Thread.ofPlatform().daemon().name("rebuild-reader").factory();
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String NEXT =
            "SELECT id, type FROM stream WHERE type = ANY (?) AND id > ? ORDER BY id LIMIT "
                    + STREAMS;
    private static final String MOVED =
            "SELECT DISTINCT s.id, s.type FROM event e JOIN stream s ON s.id = e.stream_id"
                    + " WHERE e.position > ? AND e.position <= ? AND s.type = ANY (?)";
    private static final String CLOSE_FENCE =
            "SELECT pg_advisory_xact_lock(7411, k) FROM generate_series(0, 7) AS k";
    private static final String LAST =
            "SELECT coalesce(pg_sequence_last_value('event_position_seq'), 0)";

    /**
     * Some streams, folded.
     *
     * @param rows by the statement that writes them
     * @param last of the streams, or the one before them if there are none
     * @param more whether others may come after it
     */
    private record Page(Map<String, List<String>> rows, UUID last, boolean more) {}

    private final String table;
    private final Map<String, Aggregate<?, ?, ?>> kinds = new HashMap<>();
    private final Codecs codecs;
    private final ViewStatements statements;
    private final DataSource source;
    private long position;
    private boolean folded;
    private final AtomicLong done = new AtomicLong();

    ViewRefill(
            String table,
            Collection<? extends Aggregate<?, ?, ?>> aggregates,
            Codecs codecs,
            ViewStatements statements,
            DataSource source) {
        this.table = table;
        this.codecs = codecs;
        this.statements = statements;
        this.source = source;
        aggregates.forEach(aggregate -> kinds.put(aggregate.name(), aggregate));
    }

    @Override
    public String name() {
        return table;
    }

    @Override
    public Set<String> tables() {
        return Set.of(table);
    }

    @Override
    public long total(Connection connection) throws SQLException {
        String sql = "SELECT coalesce(sum(version), 0) FROM stream WHERE type = ANY (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, kindNames(connection));
            return number(statement).orElse(0);
        }
    }

    @Override
    public long done() {
        return done.get();
    }

    @Override
    public void fill(Connection connection) throws SQLException {
        if (!folded) {
            for (Aggregate<?, ?, ?> aggregate : kinds.values()) {
                aggregate.views().stream()
                        .filter(view -> view.table().equals(table))
                        .forEach(statements::requireWhole);
            }
            position = fence(connection);
            done.set(0);
            foldAll(connection);
            folded = true;
        }
        for (int round = 0; round < ROUNDS; round++) {
            long reached = fence(connection);
            if (catchUp(connection, reached) < SMALL_REST) {
                return;
            }
        }
    }

    @Override
    public void finish(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLOSE_FENCE)) {
            statement.execute();
        }
        long last;
        try (PreparedStatement statement = connection.prepareStatement(LAST)) {
            last = number(statement).orElse(0);
        }
        write(connection, rows(connection, moved(connection, last)));
    }

    private void foldAll(Connection connection) throws SQLException {
        try (ExecutorService reader = Executors.newSingleThreadExecutor(THREAD)) {
            Future<Page> ahead = reader.submit(() -> page(BEFORE_ALL));
            while (ahead != null) {
                Page page = read(ahead);
                ahead = page.more() ? reader.submit(() -> page(page.last())) : null;
                Refill.inNewTables(connection, () -> write(connection, page.rows()));
            }
        }
    }

    private static Page read(Future<Page> ahead) throws SQLException {
        try {
            return ahead.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The process ends", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Page page(UUID after) throws SQLException {
        return Transactions.single(
                source,
                connection -> {
                    SequencedMap<UUID, String> streams;
                    try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
                        statement.setArray(1, kindNames(connection));
                        statement.setObject(2, after);
                        streams = streams(statement);
                    }
                    UUID last = streams.isEmpty() ? after : streams.lastEntry().getKey();
                    boolean more = streams.size() == STREAMS;
                    return new Page(rows(connection, streams), last, more);
                });
    }

    private int catchUp(Connection connection, long reached) throws SQLException {
        Map<UUID, String> streams = moved(connection, reached);
        Map<String, List<String>> rows = rows(connection, streams);
        Refill.inNewTables(connection, () -> write(connection, rows));
        position = reached;
        return streams.size();
    }

    private Map<UUID, String> moved(Connection connection, long reached) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVED)) {
            statement.setLong(1, position);
            statement.setLong(2, reached);
            statement.setArray(3, kindNames(connection));
            return streams(statement);
        }
    }

    /** What the streams come to, by the statement that writes it. */
    private Map<String, List<String>> rows(Connection connection, Map<UUID, String> streams)
            throws SQLException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        StreamReader.read(connection, streams.keySet(), 0)
                .forEach(
                        (id, stored) -> {
                            row(kinds.get(streams.get(id)), stored, rows);
                            done.addAndGet(stored.events().size());
                        });
        return rows;
    }

    private static void write(Connection connection, Map<String, List<String>> rows)
            throws SQLException {
        for (Map.Entry<String, List<String>> entry : rows.entrySet()) {
            String sql = entry.getKey().replace("$1", "cast(? AS jsonb)");
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, "[" + String.join(",", entry.getValue()) + "]");
                statement.executeUpdate();
            }
        }
    }

    private <E> void row(
            Aggregate<?, ?, E> aggregate,
            StreamReader.Stored stored,
            Map<String, List<String>> rows) {
        List<Recorded<E>> events = codecs.decode(aggregate, stored.events());
        for (InlineView<E, ?> view : aggregate.views()) {
            if (view.table().equals(table)) {
                Append.ViewRow row = row(view, events);
                if (row != null) {
                    rows.computeIfAbsent(row.statement(), _ -> new ArrayList<>()).add(row.row());
                }
            }
        }
    }

    private <E, R> Append.ViewRow row(InlineView<E, R> view, List<Recorded<E>> events) {
        R row = null;
        R last = null;
        for (Recorded<E> event : events) {
            row = view.evolve(row, event);
            last = row == null ? last : row;
        }
        if (row != null) {
            return statements.upsert(view, row);
        }
        return last == null ? null : statements.delete(view, last);
    }

    private static long fence(Connection connection) throws SQLException {
        return PositionReader.fence(connection)
                .orElseThrow(() -> new SQLException("An append takes unusually long", "55P03"));
    }

    private java.sql.Array kindNames(Connection connection) throws SQLException {
        return connection.createArrayOf("text", kinds.keySet().toArray());
    }

    private static SequencedMap<UUID, String> streams(PreparedStatement statement)
            throws SQLException {
        SequencedMap<UUID, String> streams = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                streams.put(rows.getObject(1, UUID.class), rows.getString(2));
            }
        }
        return streams;
    }

    private static OptionalLong number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }
}
