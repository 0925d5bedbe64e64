package io.guanxi.local.chaos;

import io.guanxi.kit.testing.Eventually;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** The servers and workers of one run, and what can be done to them. */
final class Stage implements AutoCloseable {
    private static final Duration GENEROUS = Duration.ofMinutes(3);
    private static final Duration A_WHILE = Duration.ofSeconds(15);
    private static final Duration WITHIN_ITS_TIMEOUT = Duration.ofSeconds(3);
    private static final int WORKERS = 2;
    private static final int CLIENTS = 8;
    private static final int RACES = 5;
    private static final int CLOSE_BEHIND = 50;
    private static final String RELAY_SESSION =
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid"
                    + " = 7412 AND granted AND database = (SELECT oid FROM pg_database WHERE datname"
                    + " = current_database())";

    private final ChaosServers servers;
    private final RunDatabase database;
    private final RunSettings settings;
    private final Path folder;
    private final Random random;
    private final List<WorkerProcess> workers = new ArrayList<>();
    private int lives;

    Stage(
            ChaosServers servers,
            RunDatabase database,
            RunSettings settings,
            Path folder,
            Random random) {
        this.servers = servers;
        this.database = database;
        this.settings = settings;
        this.folder = folder;
        this.random = random;
    }

    /** Starts the workers and waits until events get through. */
    void open() {
        for (int i = 0; i < WORKERS; i++) {
            workers.add(WorkerProcess.start(folder, "worker" + i, lives++, CLIENTS));
        }
        workers.forEach(WorkerProcess::awaitReady);
        awaitProgress(0, 1);
    }

    /** Lets the clients end, each with an answer to its last command. */
    void finish() {
        workers.forEach(worker -> worker.say("finish"));
        workers.forEach(WorkerProcess::awaitFinished);
    }

    @Override
    public void close() {
        workers.forEach(WorkerProcess::kill);
    }

    String killAt(Point point) throws SQLException {
        WorkerProcess victim = hold(point).worker();
        long before = position();
        long start = System.nanoTime();
        victim.kill();
        if (!point.ofLeader()) {
            replace(victim);
            return victim.name();
        }
        awaitProgress(before, 1);
        String took = since(start);
        replace(victim);
        return victim.name() + ", the other publishes after " + took;
    }

    /** A process that stands still keeps its session and its lock, and wakes up as a zombie. */
    String stopLeader() throws SQLException {
        Point point = random.nextBoolean() ? Point.RELAY_SENT : Point.RELAY_COMMITTED;
        WorkerProcess stopped = hold(point).worker();
        long before = position();
        long start = System.nanoTime();
        stopped.signal("STOP");
        try {
            awaitProgress(before, 1);
        } finally {
            stopped.say("go");
            stopped.signal("CONT");
        }
        return stopped.name() + " at " + point + ", the other publishes after " + since(start);
    }

    /** The leader loses its session in the middle of a batch and does not know it. */
    String twoRelays() throws SQLException {
        WorkerProcess first = hold(Point.RELAY_SENT).worker();
        long before = position();
        database.execute(RELAY_SESSION);
        awaitProgress(before, 1);
        first.say("go");
        return first.name() + " went on after another led";
    }

    String holdAppend() throws SQLException {
        Eventually.within(GENEROUS, () -> drawn() - position() < CLOSE_BEHIND);
        Held held = hold(Point.APPEND_OPEN);
        long drawn = held.position();
        boolean passed = Eventually.holds(WITHIN_ITS_TIMEOUT, () -> position() >= drawn);
        held.worker().say("go");
        return held.worker().name()
                + (passed ? ", and the relay went past it" : ", the relay waited");
    }

    /** Until its transaction is ended by the timeout that every append sets itself. */
    String holdTooLong() throws SQLException {
        Held held = hold(Point.APPEND_OPEN);
        String backend = held.backend();
        Eventually.within(
                GENEROUS,
                () ->
                        database.number(
                                        "SELECT count(*) FROM pg_stat_activity WHERE pid = "
                                                + backend)
                                == 0);
        held.worker().say("go");
        return held.worker().name() + ", until the server ended its session";
    }

    /** A decided append waits while others write to the same streams. */
    String loseRaces() throws SQLException {
        for (int i = 0; i < RACES; i++) {
            WorkerProcess slow = hold(Point.APPEND_BEFORE).worker();
            long drawn = drawn();
            Eventually.within(GENEROUS, () -> drawn() > drawn + 15L * settings.hot());
            slow.say("go");
        }
        return RACES + " times";
    }

    /** An open transaction elsewhere in the cluster must not hold back the relay. */
    String foreignTransaction() throws SQLException {
        try (Connection foreign = servers.postgres().connect("postgres");
                Statement statement = foreign.createStatement()) {
            foreign.setAutoCommit(false);
            statement.execute("SELECT pg_current_xact_id()");
            long start = System.nanoTime();
            awaitProgress(position(), 50);
            foreign.rollback();
            return "the relay moved on by 50 in " + since(start);
        }
    }

    String cutConnections() throws SQLException {
        long cut =
                database.number(
                        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        awaitProgress(position(), 1);
        return cut + " sessions";
    }

    String killPostgres() throws SQLException {
        long start = System.nanoTime();
        servers.killPostgres();
        awaitProgress(position(), 1);
        return "publishes again after " + since(start);
    }

    String restartPostgres() throws SQLException {
        long start = System.nanoTime();
        servers.restartPostgres();
        awaitProgress(position(), 1);
        return "publishes again after " + since(start);
    }

    String killKafka() throws SQLException {
        long start = System.nanoTime();
        servers.killKafka();
        String up = since(start);
        awaitProgress(position(), 1);
        return "up after " + up + ", publishes again after " + since(start);
    }

    /** A third instance comes and goes. */
    String rebalance() {
        WorkerProcess guest = WorkerProcess.start(folder, "guest", lives++, 0);
        boolean abruptly = random.nextBoolean();
        try (Admin admin = servers.kafka().admin()) {
            Eventually.within(GENEROUS, () -> members(admin) > WORKERS);
        } finally {
            if (abruptly) {
                guest.kill();
            } else {
                guest.quit();
            }
        }
        return abruptly ? "and was killed" : "and left";
    }

    String poison() throws SQLException {
        String parked = "SELECT count(*) FROM parked";
        long before = database.number(parked);
        any().say("poison");
        Eventually.within(GENEROUS, () -> database.number(parked) > before);
        return database.number(parked) + " records wait";
    }

    /** A worker at a point, and what it told there. */
    private record Held(WorkerProcess worker, String detail) {
        String backend() {
            return detail.substring(0, detail.indexOf(' '));
        }

        long position() {
            return Long.parseLong(detail.substring(detail.indexOf(' ') + 1));
        }
    }

    private Held hold(Point point) {
        return Eventually.get(
                GENEROUS,
                () -> {
                    WorkerProcess worker = point.ofLeader() ? leader() : any();
                    if (worker == null) {
                        return null;
                    }
                    worker.arm(point, 1 + random.nextInt(5));
                    Optional<String> detail = worker.awaitReached(point, A_WHILE);
                    if (detail.isEmpty()) {
                        worker.say("disarm");
                    }
                    return detail.map(told -> new Held(worker, told)).orElse(null);
                });
    }

    private WorkerProcess any() {
        return workers.get(random.nextInt(workers.size()));
    }

    private WorkerProcess leader() throws SQLException {
        String leader =
                Objects.requireNonNullElse(database.text("SELECT leader FROM relay_cursor"), "");
        return workers.stream()
                .filter(worker -> worker.alive() && leader.endsWith("@" + worker.pid()))
                .findFirst()
                .orElse(null);
    }

    private void replace(WorkerProcess dead) {
        WorkerProcess next = WorkerProcess.start(folder, dead.name(), lives++, CLIENTS);
        workers.set(workers.indexOf(dead), next);
        next.awaitReady();
    }

    private int members(Admin admin) throws InterruptedException, ExecutionException {
        String group = settings.service() + "-" + SeenTallies.NAME;
        return admin.describeConsumerGroups(List.of(group))
                .describedGroups()
                .get(group)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(A_WHILE.toSeconds(), TimeUnit.SECONDS)
                .get()
                .members()
                .size();
    }

    private long position() throws SQLException {
        return database.number("SELECT position FROM relay_cursor");
    }

    private long drawn() throws SQLException {
        return database.number("SELECT coalesce(pg_sequence_last_value('event_position_seq'), 0)");
    }

    private void awaitProgress(long from, int by) {
        Eventually.within(GENEROUS, () -> position() >= from + by);
    }

    private static String since(long start) {
        return "%.1f s".formatted((System.nanoTime() - start) / 1e9);
    }
}
