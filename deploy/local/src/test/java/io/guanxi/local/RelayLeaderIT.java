package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.Topics;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.LocalProcess;
import io.guanxi.kit.testing.LocalProcess.Lifetime;
import io.guanxi.kit.testing.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances of visit-service on one database: one leads the relay, and when it is killed the
 * other takes over while the phones go on.
 */
class RelayLeaderIT {
    private static final Duration GENEROUS = Duration.ofMinutes(2);
    private static final int CALLERS = 64;

    @TempDir private Path second;

    private static Stack stack;
    private static SmallBank bank;

    @BeforeAll
    static void open() {
        stack = RunningSuite.stack();
        bank = SmallBank.open(stack);
    }

    @Test
    void the_leader_is_killed_and_the_other_takes_over() throws IOException, SQLException {
        UUID client = bank.client(SmallBank.RM);
        ServiceProcess twin = twin();
        twin.start(
                stack.postgres().database(Service.VISIT.database()),
                stack.kafka().bootstrap(),
                Lifetime.ATTACHED);
        try {
            twin.awaitReady();
            List<VisitCalls> phones =
                    List.of(
                            new VisitCalls(stack, SmallBank.RM),
                            new VisitCalls(stack, SmallBank.RM, twin.url()));
            for (VisitCalls phone : phones) {
                Eventually.within(
                        GENEROUS, () -> phone.plan(UUID.randomUUID(), client).status() == 201);
            }
            Set<String> ledger = killTheLeader(phones, client, twin);
            StoreCheck.onceEach(stack, Service.VISIT, "visit-planned", ledger);
            StoreCheck.sound(stack, Service.VISIT);
            TopicCheck.onceEach(stack, Topics.VISITS, "visit-planned", "visitId", ledger);
        } finally {
            if (twin.running()) {
                twin.process().kill();
            }
            stack.up(Terminal.silent());
        }
    }

    private Set<String> killTheLeader(List<VisitCalls> phones, UUID client, ServiceProcess twin)
            throws SQLException {
        AtomicInteger turn = new AtomicInteger();
        Writers writers =
                new Writers(
                        CALLERS,
                        () -> {
                            UUID id = UUID.randomUUID();
                            return new Writers.Write(
                                    id.toString(),
                                    () ->
                                            phones.get(turn.incrementAndGet() % phones.size())
                                                    .plan(id, client));
                        });
        try (writers) {
            Eventually.within(
                    GENEROUS, () -> writers.acknowledgedSoFar() >= 150 && writers.inFlight() >= 50);
            String leader = leader();
            LocalProcess leading =
                    Stream.of(stack.service(Service.VISIT).process(), twin.process())
                            .filter(process -> leader.endsWith("@" + process.pid()))
                            .findFirst()
                            .orElseThrow();
            leading.kill();
            int then = writers.acknowledgedSoFar();
            Eventually.within(GENEROUS, () -> writers.acknowledgedSoFar() >= then + 150);
            Eventually.within(GENEROUS, () -> !leader().equals(leader));
            Set<String> ledger = writers.finish();
            assertThat(writers.surprises()).isEmpty();
            return ledger;
        }
    }

    private static String leader() throws SQLException {
        try (var connection = stack.postgres().connect(Service.VISIT.database());
                var statement = connection.createStatement();
                var row = statement.executeQuery("select leader from relay_cursor")) {
            row.next();
            return row.getString(1);
        }
    }

    /** The same service with the same secrets and servers, on another port. */
    private ServiceProcess twin() throws IOException {
        Path secrets = Files.createDirectories(second.resolve("secrets"));
        try (Stream<Path> files = Files.list(stack.home().folder().resolve("secrets"))) {
            for (Path file : files.toList()) {
                Files.copy(file, secrets.resolve(file.getFileName()));
            }
        }
        Home home =
                new Home(
                        stack.home().root(),
                        second,
                        Map.of("GUANXI_VISIT_PORT", Ports.free(1).getFirst().toString()));
        return new ServiceProcess(home, Service.VISIT);
    }
}
