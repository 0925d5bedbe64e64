package io.guanxi.kit.eventsourcing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds read models anew beside the live ones and switches, while writes go on: for a view whose
 * meaning has changed, or a table that is in doubt. Readers see the old rows until the switch and
 * the new ones after it; writers wait for the milliseconds of the switch. If anything goes wrong,
 * the live tables stay as they are.
 *
 * <p>An own view ({@link InlineView}) is named by its table and folded from the streams; a
 * projection that names its {@link Projection#tables} is filled from its topics.
 */
public final class Rebuilds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final int SWITCH_ATTEMPTS = 10;
    private static final long PAUSE_MS = 200;
    private static final long STOP_MS = 10_000;

    // By table and whoever rebuilds it, until the connection ends: a process that dies lets go.
    private static final String LOCK =
            "SELECT bool_and(pg_try_advisory_lock(7413, hashtext(t))) FROM unnest(?) t";
    private static final String UNLOCK =
            "SELECT bool_and(pg_advisory_unlock(7413, hashtext(t))) FROM unnest(?) t";
    private static final String GIVE_UP = "SELECT rebuild_give_up(?)";

    private final Consumers.Configuration configuration;
    private final Map<String, Supplier<Refill>> models = new TreeMap<>();
    private final Map<String, Set<String>> tables = new HashMap<>();
    private final Map<String, RebuildStatus> ended = new HashMap<>();
    private Run running;

    /**
     * @param aggregates whose views may be rebuilt
     * @param projections of which those with tables may be rebuilt
     */
    public Rebuilds(
            Consumers.Configuration configuration,
            PostgresEventStore store,
            Collection<? extends Aggregate<?, ?, ?>> aggregates,
            Collection<? extends Projection> projections) {
        this.configuration = configuration;
        Map<String, List<Aggregate<?, ?, ?>>> byTable = new HashMap<>();
        for (Aggregate<?, ?, ?> aggregate : aggregates) {
            for (InlineView<?, ?> view : aggregate.views()) {
                byTable.computeIfAbsent(view.table(), _ -> new ArrayList<>()).add(aggregate);
            }
        }
        byTable.forEach(
                (table, kinds) ->
                        add(
                                table,
                                Set.of(table),
                                () ->
                                        new ViewRefill(
                                                table,
                                                kinds,
                                                store.codecs(),
                                                store.views(),
                                                configuration.write())));
        for (Projection projection : projections) {
            if (!projection.tables().isEmpty()) {
                add(
                        projection.name(),
                        projection.tables(),
                        () ->
                                new TopicRefill(
                                        projection,
                                        configuration.kafka(),
                                        configuration.projectionBatch()));
            }
        }
    }

    /** All that can be rebuilt, by name, with what this process knows of the last time. */
    public synchronized List<RebuildStatus> status() {
        return models.keySet().stream().map(this::status).toList();
    }

    /**
     * Begins a rebuild in the background.
     *
     * @return whether it began; no if another one of this process is under way
     * @throws IllegalArgumentException nothing of that name can be rebuilt
     */
    public synchronized boolean start(String name) {
        if (!models.containsKey(name)) {
            throw new IllegalArgumentException("No read model is named " + name);
        }
        if (running != null) {
            return false;
        }
        running = new Run(name);
        running.thread.start();
        return true;
    }

    /**
     * Drops what a rebuild has left whose process died: nobody looks there, but the rows may be
     * about a person who is to be forgotten.
     *
     * @return the tables that some process is rebuilding now
     */
    public static Set<String> giveUpAbandoned(DataSource write) {
        try {
            return Transactions.single(write, Rebuilds::giveUpAbandoned);
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
    }

    private static Set<String> giveUpAbandoned(Connection connection) throws SQLException {
        Set<String> underWay = new TreeSet<>();
        for (String table : left(connection)) {
            Set<String> one = Set.of(table);
            if (!ask(connection, LOCK, one)) {
                underWay.add(table);
                continue;
            }
            try {
                ask(connection, GIVE_UP, one);
            } finally {
                ask(connection, UNLOCK, one);
            }
        }
        return underWay;
    }

    private static List<String> left(Connection connection) throws SQLException {
        String sql = "SELECT tablename FROM pg_tables WHERE schemaname = 'rebuild'";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            List<String> tables = new ArrayList<>();
            while (row.next()) {
                tables.add(row.getString(1));
            }
            return tables;
        }
    }

    private static boolean ask(Connection connection, String sql, Set<String> tables)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Object[] sorted = tables.stream().sorted().toArray();
            statement.setArray(1, connection.createArrayOf("text", sorted));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                // A function may return nothing.
                return "t".equals(row.getString(1));
            }
        }
    }

    /** Gives up a rebuild under way. */
    @Override
    public void close() {
        Run open;
        synchronized (this) {
            open = running;
        }
        if (open != null) {
            open.thread.interrupt();
            try {
                open.thread.join(STOP_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void add(String name, Set<String> filled, Supplier<Refill> refill) {
        if (models.put(name, refill) != null) {
            throw new IllegalArgumentException("Two read models are named " + name);
        }
        tables.put(name, filled);
    }

    private RebuildStatus status(String name) {
        if (running != null && running.name.equals(name)) {
            return running.status(RebuildStatus.State.RUNNING, null, null);
        }
        RebuildStatus idle =
                new RebuildStatus(
                        name, tables.get(name), RebuildStatus.State.IDLE, 0, 0, null, null, null);
        return ended.getOrDefault(name, idle);
    }

    private synchronized void end(Run run, Throwable failure) {
        RebuildStatus.State state =
                failure == null ? RebuildStatus.State.SWITCHED : RebuildStatus.State.FAILED;
        String error = failure == null ? null : String.valueOf(failure.getMessage());
        ended.put(run.name, run.status(state, Instant.now(), error));
        running = null;
    }

    /** One rebuild, on its own thread and connection. */
    private final class Run {
        private final String name;
        private final Instant startedAt = Instant.now();
        private final Thread thread;
        private volatile Refill refill;
        private volatile long total;

        Run(String name) {
            this.name = name;
            this.thread = Thread.ofPlatform().daemon().name("rebuild-" + name).unstarted(this::run);
        }

        RebuildStatus status(RebuildStatus.State state, Instant endedAt, String error) {
            long done = refill == null ? 0 : refill.done();
            return new RebuildStatus(
                    name, tables.get(name), state, done, total, startedAt, endedAt, error);
        }

        private void run() {
            Throwable failure = null;
            try (Refill source = models.get(name).get()) {
                refill = source;
                Transactions.single(configuration.write(), this::rebuild);
                LOG.info("{} is rebuilt from {} events", name, source.done());
            } catch (SQLException | RuntimeException | Error e) {
                failure = e;
                LOG.error("{} is not rebuilt", name, e);
            }
            end(this, failure);
        }

        private Void rebuild(Connection connection) throws SQLException {
            if (!ask(connection, LOCK)) {
                ask(connection, UNLOCK);
                throw new IllegalStateException("Another process rebuilds it");
            }
            try {
                ask(connection, "SELECT rebuild_begin(?)");
                total = refill.total(connection);
                fillAndSwitch(connection);
            } finally {
                giveUpWhatIsLeft(connection);
            }
            return null;
        }

        private void fillAndSwitch(Connection connection) throws SQLException {
            for (int attempt = 1; ; attempt++) {
                try {
                    refill.fill(connection);
                    Refill.inNewTables(connection, () -> switchOver(connection));
                    return;
                } catch (SQLException e) {
                    if (!Transactions.lostRace(e) || attempt == SWITCH_ATTEMPTS) {
                        throw e;
                    }
                    LOG.info("{} tries to switch again: {}", name, e.getMessage());
                    pause();
                }
            }
        }

        private void switchOver(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL lock_timeout = '2s'");
            }
            refill.finish(connection);
            ask(connection, "SELECT rebuild_switch(?)");
        }

        private void giveUpWhatIsLeft(Connection connection) {
            try {
                // The connection goes back to its pool, and must not keep the lock there.
                try {
                    ask(connection, GIVE_UP);
                } finally {
                    ask(connection, UNLOCK);
                }
            } catch (SQLException e) {
                LOG.warn("What is left of the rebuild of {} waits to be given up", name, e);
            }
        }

        private boolean ask(Connection connection, String sql) throws SQLException {
            return Rebuilds.ask(connection, sql, tables.get(name));
        }

        private static void pause() {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The service ends", e);
            }
        }
    }
}
