package io.guanxi.local;

import io.guanxi.contracts.Topics;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.LocalKafka;
import io.guanxi.kit.testing.LocalPostgres;
import io.guanxi.kit.testing.LocalProcess;
import io.guanxi.kit.testing.LocalProcess.Lifetime;
import io.guanxi.kit.testing.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * The six processes: PostgreSQL with a database per service, Kafka with all topics, and the four
 * services of {@link Service}. Nobody supervises them; each can be killed alone, and {@link #up}
 * starts what is missing.
 */
public final class Stack {
    private static final Duration TOKEN_VALIDITY = Duration.ofHours(12);
    private static final List<String> DATA =
            List.of(
                    "postgres",
                    "postgres.tmp",
                    "kafka",
                    "kafka.properties",
                    "secrets",
                    "bank.json");

    private final Home home;
    private final Lifetime lifetime;
    private final LocalPostgres postgres;
    private final LocalKafka kafka;
    private final List<ServiceProcess> services;

    /** A stack that runs until it is stopped. */
    public Stack(Home home) {
        this(home, Lifetime.DETACHED);
    }

    /** A stack that may end with this JVM, for tests. */
    public Stack(Home home, Lifetime lifetime) {
        this.home = home;
        this.lifetime = lifetime;
        postgres = LocalPostgres.at(home.folder(), home.postgresPort().number());
        kafka =
                LocalKafka.at(
                        home.folder(),
                        home.kafkaPort().number(),
                        home.kafkaControllerPort().number());
        services =
                Arrays.stream(Service.values())
                        .map(service -> new ServiceProcess(home, service))
                        .toList();
    }

    /** Starts what is missing and waits until everything is ready. */
    public void up(Terminal terminal) {
        try (FileLock _ = home.lock()) {
            checkPorts();
            home.rememberPorts();
            terminal.step("PostgreSQL and Kafka", this::startServers);
            startServices(terminal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkPorts() {
        if (!postgres.running()) {
            requireFree("PostgreSQL", home.postgresPort());
        }
        if (!kafka.running()) {
            requireFree("Kafka", home.kafkaPort());
            requireFree("Kafka's controller", home.kafkaControllerPort());
        }
    }

    private static void requireFree(String what, Home.Port port) {
        if (!Eventually.holds(Duration.ofSeconds(15), () -> Ports.isFree(port.number()))) {
            throw ServiceProcess.portTaken(what, port);
        }
    }

    private void startServers() {
        together(
                List.of(
                        () -> postgres.start(lifetime),
                        () -> {
                            kafka.start(lifetime);
                            kafka.createTopics(Topics.ALL, Topics.PARTITIONS);
                        }));
    }

    private void startServices(Terminal terminal) {
        Map<Service, LocalPostgres.Database> databases = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            databases.put(service, postgres.database(service.database()));
        }
        terminal.step(
                "client-, visit-, scoring- and notification-service",
                () -> {
                    for (ServiceProcess each : services) {
                        each.start(databases.get(each.service()), kafka.bootstrap(), lifetime);
                    }
                    services.forEach(ServiceProcess::awaitReady);
                });
    }

    /** Stops everything, services first; the data stays. */
    public void down(Terminal terminal) {
        try (FileLock _ = home.lock()) {
            stopAll(terminal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stopAll(Terminal terminal) {
        terminal.step(
                "Stopping the services",
                () -> together(services.stream().<Runnable>map(each -> each::stop).toList()));
        terminal.step(
                "Stopping Kafka and PostgreSQL",
                () -> together(List.of(kafka::stop, postgres::stop)));
        home.forgetPorts();
    }

    /** {@code kill -9} to everything at once. */
    public void kill() {
        services.stream()
                .map(ServiceProcess::process)
                .filter(process -> process != null)
                .forEach(LocalProcess::kill);
        if (kafka.running()) {
            kafka.process().kill();
        }
        if (postgres.running()) {
            postgres.process().kill();
        }
    }

    /** Stops everything and deletes all data, secrets included; logs stay. */
    public void reset(Terminal terminal) {
        try (FileLock _ = home.lock()) {
            stopAll(terminal);
            terminal.step(
                    "Deleting the data",
                    () -> DATA.forEach(name -> delete(home.folder().resolve(name))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(tree)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean allReady() {
        return postgres.running()
                && kafka.running()
                && services.stream().allMatch(ServiceProcess::ready);
    }

    public Home home() {
        return home;
    }

    public LocalPostgres postgres() {
        return postgres;
    }

    public LocalKafka kafka() {
        return kafka;
    }

    public List<ServiceProcess> services() {
        return services;
    }

    public ServiceProcess service(Service service) {
        return services.stream()
                .filter(each -> each.service() == service)
                .findFirst()
                .orElseThrow();
    }

    /** Where a service answers. */
    public String url(Service service) {
        return service(service).url();
    }

    /** A token of this stack; roles in lower case. */
    public String token(String subject, String... roles) {
        return home.keys().token(subject, List.of(roles), TOKEN_VALIDITY);
    }

    /** A caller with these roles. */
    public Http as(String subject, String... roles) {
        return new Http(token(subject, roles));
    }

    private static void together(List<Runnable> tasks) {
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (Runnable task : tasks) {
            running.add(
                    CompletableFuture.runAsync(
                            task, command -> Thread.ofPlatform().start(command)));
        }
        try {
            running.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
