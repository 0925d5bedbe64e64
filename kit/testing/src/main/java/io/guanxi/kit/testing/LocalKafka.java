package io.guanxi.kit.testing;

import io.guanxi.kit.testing.LocalProcess.Command;
import io.guanxi.kit.testing.LocalProcess.Lifetime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A real Kafka of one node in KRaft mode, in a JVM of its own with a class path of its own. Topics
 * keep everything, and nothing creates one by accident.
 */
public final class LocalKafka {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final String CLUSTER_ID = "guanxiLocalClusterAAAA";
    private static final int LOG_TAIL = 5;

    private final Path home;
    private final int port;
    private final int controllerPort;
    private final Tls tls;
    private LocalProcess process;

    private LocalKafka(Path home, int port, int controllerPort, Tls tls) {
        this.home = home.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
        this.tls = tls;
    }

    /** The broker's key, and the certificate by which clients know it: PKCS 12, one password. */
    public record Tls(Path keyStore, Path trustStore, String password) {}

    /** A broker whose whole tree is in {@code home}. Not started yet. */
    public static LocalKafka at(Path home, int port, int controllerPort) {
        LocalKafka kafka = new LocalKafka(home, port, controllerPort, null);
        kafka.process = LocalProcess.behind(kafka.pidFile()).orElse(null);
        return kafka;
    }

    /** A broker for tests, on free ports. */
    public static LocalKafka temporary(Path home) {
        return secured(home, null);
    }

    /** The same, speaking to its clients over TLS alone. */
    public static LocalKafka secured(Path home, Tls tls) {
        List<Integer> ports = Ports.free(2);
        return new LocalKafka(home, ports.getFirst(), ports.getLast(), tls);
    }

    /** What a client must be told: where the broker is, and how to speak to it. */
    public Map<String, Object> clientSettings() {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", bootstrap()));
        if (tls != null) {
            settings.put("security.protocol", "SSL");
            settings.put("ssl.truststore.type", "PKCS12");
            settings.put("ssl.truststore.location", tls.trustStore().toString());
            settings.put("ssl.truststore.password", tls.password());
        }
        return settings;
    }

    /** Starts it if it is not running, and waits until it answers. */
    public synchronized void start(Lifetime lifetime) {
        if (!running()) {
            format();
            // A killed broker's port can stay taken for some seconds.
            Eventually.passes(START, () -> launch(lifetime));
        }
        awaitReady();
    }

    public synchronized boolean running() {
        return process != null && process.alive();
    }

    /** The broker process: its to signal, stop and kill. */
    public synchronized LocalProcess process() {
        if (process == null) {
            throw new IllegalStateException("Kafka was not started");
        }
        return process;
    }

    /** A clean shutdown. */
    public synchronized void stop() {
        if (process != null) {
            process.stop("TERM", STOP);
        }
    }

    public int port() {
        return port;
    }

    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** How to run one of Kafka's own tools, its arguments to be added. */
    public static List<String> tool(String mainClass) {
        return java(mainClass);
    }

    /** An administration client; the caller closes it. */
    public Admin admin() {
        Map<String, Object> settings = clientSettings();
        settings.put("default.api.timeout.ms", Long.toString(ANSWER.toMillis()));
        return Admin.create(settings);
    }

    /** Creates the topics that are missing. */
    public void createTopics(Collection<String> names, int partitions) {
        try (Admin admin = admin()) {
            Set<String> present = admin.listTopics().names().get(ANSWER.toSeconds(), SECONDS);
            List<NewTopic> missing =
                    names.stream()
                            .filter(name -> !present.contains(name))
                            .map(name -> new NewTopic(name, partitions, (short) 1))
                            .toList();
            admin.createTopics(missing).all().get(ANSWER.toSeconds(), SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while topics were created", e);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("The topics cannot be created", e);
        }
    }

    private static final TimeUnit SECONDS = TimeUnit.SECONDS;

    private void launch(Lifetime lifetime) {
        if (!Ports.isFree(port) || !Ports.isFree(controllerPort)) {
            throw new IllegalStateException("Port " + port + " or " + controllerPort + " is taken");
        }
        List<String> line = java("kafka.Kafka");
        line.add(configuration().toString());
        process = LocalProcess.start(new Command(line, Map.of(), logFile()), lifetime, pidFile());
        LocalProcess starting = process;
        Eventually.within(START, () -> !starting.alive() || answers());
        if (!starting.alive()) {
            throw new IllegalStateException(
                    "Kafka did not start: " + Logs.tail(logFile(), LOG_TAIL));
        }
    }

    private void format() {
        try {
            Files.createDirectories(home);
            Files.writeString(configuration(), String.join("\n", properties()) + "\n");
            if (Files.exists(data().resolve("meta.properties"))) {
                return;
            }
            List<String> line = java("kafka.tools.StorageTool");
            line.addAll(
                    List.of(
                            "format",
                            "--cluster-id",
                            CLUSTER_ID,
                            "--config",
                            configuration().toString(),
                            "--ignore-formatted"));
            Process tool =
                    new ProcessBuilder(line)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                            .start();
            if (tool.waitFor() != 0) {
                throw new IllegalStateException(
                        "Kafka's storage cannot be formatted: " + Logs.tail(logFile(), LOG_TAIL));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka was formatted", e);
        }
    }

    private List<String> properties() {
        List<String> all = new ArrayList<>(ofTheBroker());
        if (tls != null) {
            all.addAll(
                    List.of(
                            "security.inter.broker.protocol=SSL",
                            "ssl.keystore.type=PKCS12",
                            "ssl.keystore.location=" + tls.keyStore(),
                            "ssl.keystore.password=" + tls.password(),
                            "ssl.key.password=" + tls.password(),
                            "ssl.truststore.type=PKCS12",
                            "ssl.truststore.location=" + tls.trustStore(),
                            "ssl.truststore.password=" + tls.password()));
        }
        return all;
    }

    private List<String> ofTheBroker() {
        String protocol = tls == null ? "PLAINTEXT" : "SSL";
        return List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@127.0.0.1:" + controllerPort,
                "listeners="
                        + protocol
                        + "://127.0.0.1:"
                        + port
                        + ",CONTROLLER://127.0.0.1:"
                        + controllerPort,
                "advertised.listeners=" + protocol + "://127.0.0.1:" + port,
                "listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SSL:SSL",
                "controller.listener.names=CONTROLLER",
                "log.dirs=" + data(),
                "auto.create.topics.enable=false",
                "log.retention.ms=-1",
                "log.retention.bytes=-1",
                "offsets.topic.replication.factor=1",
                "offsets.topic.num.partitions=4",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "transaction.state.log.num.partitions=4",
                "share.coordinator.state.topic.replication.factor=1",
                "share.coordinator.state.topic.min.isr=1",
                "group.initial.rebalance.delay.ms=0",
                "log.cleaner.dedupe.buffer.size=8388608");
    }

    private static List<String> java(String mainClass) {
        return new ArrayList<>(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms96m",
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-Dorg.apache.logging.log4j.level=WARN",
                        "-cp",
                        ToolClasspath.text(),
                        mainClass));
    }

    private void awaitReady() {
        Eventually.within(START, this::answers);
    }

    private boolean answers() throws Exception {
        Map<String, Object> settings = clientSettings();
        settings.put("default.api.timeout.ms", "2000");
        settings.put("request.timeout.ms", "1500");
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get(2, SECONDS).isEmpty();
        }
    }

    private Path data() {
        return home.resolve("kafka");
    }

    private Path configuration() {
        return home.resolve("kafka.properties");
    }

    private Path pidFile() {
        return home.resolve("kafka.pid");
    }

    public Path logFile() {
        return Logs.in(home, "kafka");
    }
}
