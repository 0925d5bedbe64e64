package io.guanxi.kit.testing;

import io.guanxi.kit.testing.LocalProcess.Lifetime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One PostgreSQL and one Kafka per test JVM, started when first asked for and gone with it. Where
 * they are is kept in system properties: Quarkus loads the same class in several class loaders.
 */
public final class TestStack {
    private static final String HOME = "guanxi.test.home";
    private static final String POSTGRES = "guanxi.test.postgres";
    private static final String KAFKA = "guanxi.test.kafka";
    private static final int PARTITIONS = 24;

    /** The topics of contracts.md, which this kit must not depend on. */
    private static final List<String> TOPICS =
            List.of(
                    "guanxi.directory",
                    "guanxi.clients",
                    "guanxi.visits",
                    "guanxi.scores",
                    "guanxi.alerts",
                    "guanxi.activity");

    /** Shared by all class loaders, as a static field of this class would not be. */
    private static final Object ONE_PER_JVM = System.getProperties();

    private TestStack() {}

    /** The topics that every Kafka of a test has. */
    public static List<String> topics() {
        return TOPICS;
    }

    /** A folder that is deleted when the JVM ends. */
    public static Path home() {
        synchronized (ONE_PER_JVM) {
            String known = System.getProperty(HOME);
            if (known != null) {
                return Path.of(known);
            }
            try {
                Path home = Files.createTempDirectory("guanxi-test");
                System.setProperty(HOME, home.toString());
                return home;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The PostgreSQL of this JVM, running. */
    public static LocalPostgres postgres() {
        synchronized (ONE_PER_JVM) {
            String port = System.getProperty(POSTGRES);
            if (port != null) {
                return LocalPostgres.at(home(), Integer.parseInt(port));
            }
            LocalPostgres postgres = LocalPostgres.temporary(home());
            postgres.start(Lifetime.ATTACHED);
            atEnd(() -> postgres.process().kill());
            System.setProperty(POSTGRES, Integer.toString(postgres.port()));
            return postgres;
        }
    }

    /** The Kafka of this JVM, running, with all topics. */
    public static LocalKafka kafka() {
        synchronized (ONE_PER_JVM) {
            String port = System.getProperty(KAFKA);
            if (port != null) {
                return LocalKafka.at(home(), Integer.parseInt(port), 0);
            }
            LocalKafka kafka = LocalKafka.temporary(home());
            kafka.start(Lifetime.ATTACHED);
            atEnd(() -> kafka.process().kill());
            kafka.createTopics(TOPICS, PARTITIONS);
            System.setProperty(KAFKA, Integer.toString(kafka.port()));
            return kafka;
        }
    }

    private static void atEnd(Runnable kill) {
        Path home = home();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    kill.run();
                                    deleteQuietly(home);
                                }));
    }

    /** Both servers' hooks try; the one that comes last finds nobody writing any more. */
    private static void deleteQuietly(Path home) {
        synchronized (ONE_PER_JVM) {
            try {
                PostgresBinaries.delete(home);
            } catch (IOException e) {
                System.err.println(home + " is left over: " + e.getMessage());
            }
        }
    }
}
