package io.guanxi.kit.eventsourcing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries stored events to their topics, in position order and each once, as long as one process of
 * the service runs. Of several processes one leads; the others watch it and take over when its
 * session ends, or 5 s after it has gone silent.
 */
public final class Relay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration STANDBY_PAUSE = Duration.ofMillis(500);
    private static final Duration FIRST_IDLE = Duration.ofMillis(1);
    private static final Duration LONGEST_IDLE = Duration.ofMillis(100);
    private static final Duration LONGEST_REST = Duration.ofMillis(20);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(15);
    private static final int DEFAULT_BATCH = 1000;

    /**
     * What a relay needs to know.
     *
     * @param service its name: the producer's identity and the source of its events
     * @param database for the leader's own session, past any pool
     * @param write the pool, for heartbeats and status
     * @param kafka what all Kafka clients share: {@code bootstrap.servers} and security
     * @param topics the topics it writes to, and no others: they are looked at whenever a term of
     *     leadership begins; missing ones are made
     * @param batch how many stored events make a Kafka transaction at most
     */
    public record Configuration(
            String service,
            DirectDatabase database,
            DataSource write,
            Map<String, Object> kafka,
            Set<String> topics,
            int batch) {

        public Configuration {
            kafka = Map.copyOf(kafka);
            topics = Set.copyOf(topics);
        }

        public Configuration(
                String service,
                DirectDatabase database,
                DataSource write,
                Map<String, Object> kafka,
                Set<String> topics) {
            this(service, database, write, kafka, topics, DEFAULT_BATCH);
        }
    }

    private final Configuration configuration;
    private final RelayBatch batches;
    private final RelayProbe probe;
    private final KitMetrics metrics;
    private final String name;
    private final Semaphore signal = new Semaphore(0);
    private volatile boolean closed;
    private volatile RelayStatus.State state = RelayStatus.State.STOPPED;
    private volatile String error;
    private volatile long leadingEpoch = -1;
    private Thread worker;
    private Thread heart;

    public Relay(Configuration configuration, Collection<? extends Publishing<?>> publishings) {
        this(configuration, publishings, KitMetrics.NONE);
    }

    /** The same, with somebody to tell how it goes. */
    public Relay(
            Configuration configuration,
            Collection<? extends Publishing<?>> publishings,
            KitMetrics metrics) {
        this(configuration, publishings, metrics, RelayProbe.NONE);
    }

    Relay(
            Configuration configuration,
            Collection<? extends Publishing<?>> publishings,
            KitMetrics metrics,
            RelayProbe probe) {
        this.metrics = metrics;
        this.configuration = configuration;
        this.batches = new RelayBatch(configuration.service(), publishings);
        this.probe = probe;
        this.name = configuration.service() + "@" + ProcessHandle.current().pid();
    }

    /** Starts in the background; whatever is away is waited for. */
    public synchronized void start() {
        if (worker == null) {
            worker = Thread.ofPlatform().daemon().name("relay").start(this::run);
            heart = Thread.ofPlatform().daemon().name("relay-heartbeat").start(this::beat);
        }
    }

    /** Something was appended: look at once. Never blocks. */
    public void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    /**
     * Sends everything after the position again, with the same ids and sequences: consumers drop
     * what they have had. For topics that lost records in a way that the relay could not see.
     */
    public void rewind(long position) {
        sql("UPDATE relay_cursor SET rewind_to = least(position, " + Math.max(0, position) + ")");
        wake();
    }

    /** The state of this process with the cursor as the database has it now. */
    public RelayStatus status() {
        String sql =
                "SELECT epoch, position, coalesce(pg_sequence_last_value('event_position_seq'), 0),"
                        + " leader, heartbeat FROM relay_cursor";
        try {
            return Transactions.single(
                    configuration.write(),
                    connection -> {
                        try (Statement statement = connection.createStatement();
                                ResultSet row = statement.executeQuery(sql)) {
                            row.next();
                            return new RelayStatus(
                                    state,
                                    row.getLong(1),
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getString(4),
                                    row.getObject(5, OffsetDateTime.class).toInstant(),
                                    error);
                        }
                    });
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
    }

    /** Ends after the batch in hand. */
    @Override
    public void close() {
        closed = true;
        signal.release();
        try {
            if (worker != null && !worker.join(STOP)) {
                LOG.warn("The relay did not end in {}", STOP);
                worker.interrupt();
            }
            if (heart != null) {
                heart.interrupt();
                heart.join(STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        state = RelayStatus.State.STOPPED;
    }

    private void run() {
        Duration pause = FIRST_IDLE;
        while (!closed) {
            try (Connection connection =
                    configuration.database().open(configuration.service() + "-relay")) {
                lead(connection);
                pause = FIRST_IDLE;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception | Error e) {
                failed(e);
            }
            leadingEpoch = -1;
            if (state == RelayStatus.State.RETRYING || state == RelayStatus.State.REFUSED) {
                pause = longer(pause, LONGEST_RETRY);
                pause(pause);
            }
        }
    }

    private void lead(Connection connection) throws Exception {
        RelayCursor cursor = new RelayCursor(connection);
        while (!cursor.tryLead(name)) {
            state = RelayStatus.State.STANDBY;
            error = null;
            pause(STANDBY_PAUSE);
            if (closed) {
                return;
            }
        }
        state = RelayStatus.State.COMPARING;
        leadingEpoch = cursor.epoch();
        LOG.info("Leads the relay of {} in epoch {}", configuration.service(), cursor.epoch());
        KafkaTopics.ensure(configuration.kafka(), configuration.topics());
        try (RelayLeader leader =
                RelayLeader.begin(connection, cursor, configuration, batches, metrics, probe)) {
            state = RelayStatus.State.RUNNING;
            error = null;
            serve(leader);
        }
    }

    private void serve(RelayLeader leader) throws SQLException {
        Duration idle = FIRST_IDLE;
        while (!closed) {
            signal.drainPermits();
            long start = System.nanoTime();
            switch (leader.step()) {
                case MORE -> idle = FIRST_IDLE;
                case ALL_THERE_WAS -> {
                    idle = FIRST_IDLE;
                    rest(System.nanoTime() - start);
                }
                case NOTHING -> {
                    pause(idle);
                    idle = longer(idle, LONGEST_IDLE);
                }
            }
        }
    }

    /**
     * As long as the batch took, but not long. A Kafka transaction costs as much for one event as
     * for hundreds, so under load fewer and larger ones leave more of the machine to others.
     */
    private static void rest(long tookNanos) {
        LockSupport.parkNanos(Math.min(tookNanos, LONGEST_REST.toNanos()));
    }

    private void failed(Throwable e) {
        boolean refused = e instanceof RelayRefused;
        state = refused ? RelayStatus.State.REFUSED : RelayStatus.State.RETRYING;
        error = e.getMessage();
        if (refused) {
            LOG.error("The relay of {} refuses to go on: {}", configuration.service(), error);
        } else {
            LOG.warn("The relay of {} tries again", configuration.service(), e);
        }
    }

    /** A thread of its own, so that a slow Kafka does not look like a dead leader. */
    private void beat() {
        while (!closed) {
            try {
                TimeUnit.NANOSECONDS.sleep(HEARTBEAT.toNanos());
                long epoch = leadingEpoch;
                if (epoch >= 0) {
                    sql(
                            "UPDATE relay_cursor SET heartbeat = clock_timestamp() WHERE epoch = "
                                    + epoch);
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.warn("The relay of {} missed a heartbeat", configuration.service(), e);
            }
        }
    }

    private void sql(String sql) {
        try {
            Transactions.single(
                    configuration.write(),
                    connection -> {
                        try (Statement statement = connection.createStatement()) {
                            return statement.executeUpdate(sql);
                        }
                    });
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
    }

    private void pause(Duration atMost) {
        try {
            if (!signal.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause, Duration longest) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
