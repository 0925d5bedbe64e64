package io.guanxi.local;

import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.LocalKeys;
import io.guanxi.kit.testing.LocalPostgres.Database;
import io.guanxi.kit.testing.LocalProcess;
import io.guanxi.kit.testing.LocalProcess.Command;
import io.guanxi.kit.testing.LocalProcess.Lifetime;
import io.guanxi.kit.testing.Logs;
import io.guanxi.kit.testing.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One service as a process: started with its environment, asked whether it is ready, stopped. */
public final class ServiceProcess {
    private static final Duration READY = Duration.ofMinutes(2);
    private static final Duration PORT_FREE = Duration.ofSeconds(15);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final int LOG_TAIL = 8;

    private final Home home;
    private final Service service;
    private final String built;
    private final Http http = new Http();

    ServiceProcess(Home home, Service service) {
        this(home, service, "target/quarkus-app");
    }

    /**
     * A service in a build of its own.
     *
     * @param built the folder of the application, in its module
     */
    public ServiceProcess(Home home, Service service, String built) {
        this.home = home;
        this.service = service;
        this.built = built;
    }

    public Service service() {
        return service;
    }

    public String url() {
        return "http://127.0.0.1:" + home.port(service).number();
    }

    /** The process, or null when it does not run. */
    public LocalProcess process() {
        return LocalProcess.behind(home.pidFile(service)).orElse(null);
    }

    public boolean running() {
        return process() != null;
    }

    public boolean ready() {
        return running() && http.answers(url() + "/q/health/ready");
    }

    /** Starts it unless it runs; readiness is awaited apart, so that all can start together. */
    public void start(Database database, String kafka, Lifetime lifetime) {
        if (running()) {
            return;
        }
        Path jar =
                home.root().resolve(service.moduleName()).resolve(built).resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new Trouble(
                    service.moduleName() + " is not built; run \"mvn -DskipTests package\".");
        }
        Home.Port port = home.port(service);
        // The port of a killed process can stay taken for some seconds.
        if (!Eventually.holds(PORT_FREE, () -> Ports.isFree(port.number()))) {
            throw portTaken(service.moduleName(), port);
        }
        LocalProcess.start(
                new Command(line(jar), environment(database, kafka), log()),
                lifetime,
                home.pidFile(service));
    }

    public void awaitReady() {
        LocalProcess process = process();
        boolean ready =
                process != null
                        && Eventually.holds(
                                READY,
                                () -> !process.alive() || http.answers(url() + "/q/health/ready"))
                        && process.alive();
        if (!ready) {
            throw new Trouble(
                    "%s did not become ready; its log %s ends with:\n%s"
                            .formatted(service.moduleName(), log(), Logs.tail(log(), LOG_TAIL)));
        }
    }

    void stop() {
        LocalProcess process = process();
        if (process != null) {
            process.stop("TERM", STOP);
        }
    }

    Path log() {
        return Logs.in(home.folder(), service.moduleName());
    }

    static Trouble portTaken(String what, Home.Port port) {
        return new Trouble(
                "Port %d for %s is taken by another program; stop that, or set %s to a free port."
                        .formatted(port.number(), what, port.variable()));
    }

    private List<String> line(Path jar) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xms96m",
                // By default a third of a heap that stays small: bodies and batches outlived it.
                "-XX:NewSize=64m",
                "-XX:MaxNewSize=128m",
                "-Xmx" + service.heap(),
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + home.classArchive(service),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                jar.toString());
    }

    private Map<String, String> environment(Database database, String kafka) {
        Map<String, String> all = new HashMap<>();
        all.putAll(wiring(database, kafka));
        all.putAll(home.bankSettings());
        return all;
    }

    private Map<String, String> wiring(Database database, String kafka) {
        return Map.ofEntries(
                Map.entry("GUANXI_DB_URL", database.url()),
                Map.entry("GUANXI_DB_USER", database.user()),
                Map.entry("GUANXI_DB_PASSWORD", database.password()),
                Map.entry("GUANXI_DB_OWNER", database.owner()),
                Map.entry("GUANXI_DB_OWNER_PASSWORD", database.ownerPassword()),
                Map.entry("GUANXI_KAFKA", kafka),
                Map.entry("GUANXI_JWKS", home.keys().jwks().toUri().toString()),
                Map.entry("GUANXI_JWT_ISSUER", LocalKeys.ISSUER),
                Map.entry("GUANXI_MASTER_KEY", home.masterKey()),
                Map.entry("GUANXI_HTTP_PORT", Integer.toString(home.port(service).number())),
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("GUANXI_DEMO_CLOCK", "true"),
                Map.entry("GUANXI_ZONE", "Asia/Shanghai"));
    }
}
