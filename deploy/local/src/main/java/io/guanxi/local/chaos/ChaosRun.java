package io.guanxi.local.chaos;

import io.guanxi.kit.eventsourcing.ConsumerStatus;
import io.guanxi.kit.eventsourcing.Consumers;
import io.guanxi.kit.eventsourcing.PostgresEventStore;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.TestTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** One run: open the stage, inflict faults, let everything come to rest, check. */
final class ChaosRun {
    private static final Duration REST = Duration.ofMinutes(2);
    private static final int MANY_HOT = 8;

    private final ChaosServers servers;
    private final String name;
    private final long seed;
    private final Mutant mutant;
    private final Consumer<String> out;
    private final long start = System.nanoTime();

    /**
     * @param name of its database, topic and consumer groups
     * @param out is told line by line what happens
     */
    ChaosRun(ChaosServers servers, String name, long seed, Mutant mutant, Consumer<String> out) {
        this.servers = servers;
        this.name = name;
        this.seed = seed;
        this.mutant = mutant;
        this.out = out;
    }

    /**
     * Inflicts the faults in an order that the seed gives, round after round until the end.
     *
     * @param allOfThem finishes a round also when the time is over
     */
    Findings run(Path folder, List<Fault> faults, boolean allOfThem, Duration time)
            throws IOException, SQLException {
        Random random = new Random(seed);
        Findings findings = new Findings();
        Files.createDirectories(folder);
        RunDatabase database = RunDatabase.create(servers.postgres(), name, mutant);
        RunSettings settings = settings(database);
        settings.write(folder);
        try (Stage stage = new Stage(servers, database, settings, folder, random)) {
            stage.open();
            List<Fault> order = new ArrayList<>(faults);
            long injected = 0;
            do {
                Collections.shuffle(order, random);
                for (Fault fault : order) {
                    if (!allOfThem && over(time)) {
                        break;
                    }
                    say(fault + ": " + fault.inflict(stage));
                    injected++;
                }
            } while (!over(time));
            findings.count("faults injected", injected);
            stage.finish();
            comeToRest(database, settings, findings);
        } catch (AssertionError e) {
            findings.broken("it did not get on: %s".formatted(e.getMessage()));
        }
        check(folder, database, settings, findings);
        return findings;
    }

    private RunSettings settings(RunDatabase database) {
        return new RunSettings(
                database.login().url(),
                database.login().user(),
                database.login().password(),
                servers.kafka().bootstrap(),
                name,
                seed,
                mutant,
                mutant == Mutant.LOSER_ROW ? 1 : MANY_HOT);
    }

    private boolean over(Duration time) {
        return System.nanoTime() - start > time.toNanos();
    }

    /** Lag goes to zero; then what was parked is replayed. */
    private void comeToRest(RunDatabase database, RunSettings settings, Findings findings)
            throws SQLException {
        FaultyDatabase source = new FaultyDatabase(settings, new FaultPoints(_ -> {}));
        Set<String> topics = Set.of(settings.topic());
        try (PostgresEventStore store = new PostgresEventStore(source, null);
                Consumers watched =
                        new Consumers(
                                new Consumers.Configuration(
                                        name, source, settings.kafka(), Instant::now),
                                store,
                                List.of(new SeenTallies(topics)),
                                List.of(new Journal.WhenTallyMovedThenNote(topics)))) {
            Eventually.within(
                    REST,
                    () ->
                            lag(watched) == 0
                                    && database.number(
                                                    "SELECT pg_sequence_last_value('event_position_seq')"
                                                            + " - position FROM relay_cursor")
                                            == 0
                                    && lag(watched) == 0);
            say("at rest");
            database.execute("INSERT INTO cured VALUES (now())");
            long replayed = 0;
            for (String key : parkedKeys(database)) {
                replayed += watched.replay(SeenTallies.NAME, settings.topic(), key);
            }
            findings.count("records parked behind poison and replayed", replayed);
        }
    }

    private static long lag(Consumers watched) {
        return watched.status().stream().mapToLong(ConsumerStatus::lag).sum();
    }

    private static List<String> parkedKeys(RunDatabase database) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT DISTINCT key FROM parked")) {
            while (row.next()) {
                keys.add(row.getString(1));
            }
        }
        return keys;
    }

    private void check(Path folder, RunDatabase database, RunSettings settings, Findings findings)
            throws IOException, SQLException {
        Map<UUID, Ledger.Entry> ledger = Ledger.readAll(folder);
        Stored stored = Stored.read(database);
        new CommandCheck(ledger, stored, findings).run();
        new TopicCheck(stored, findings)
                .run(TestTopics.read(settings.bootstrap(), settings.topic()));
        Map<UUID, StreamCheck.Fold> folds = new StreamCheck(stored, findings).run();
        new ReaderCheck(stored, folds, findings).run(database);
    }

    private void say(String what) {
        out.accept("%7.1f s  %s".formatted((System.nanoTime() - start) / 1e9, what));
    }
}
