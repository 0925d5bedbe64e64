package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.contracts.Topics;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.LocalProcess;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} of each of the six processes while at least fifty writes wait for their answer.
 * The ledger is the clients' own: what was acknowledged is there once, and everyone learns of it.
 */
class KillIT {
    private static final Duration GENEROUS = Duration.ofMinutes(2);
    private static final int CALLERS = 64;
    private static final int IN_FLIGHT = 50;

    /** While the victim starts: on few processors all of them would keep it from its feet. */
    private static final int MEANWHILE = 8;

    private static final int BEFORE = 150;
    private static final int AFTER = 150;

    private static Stack stack;
    private static SmallBank bank;
    private static List<UUID> clients;
    private static VisitCalls phone;

    @BeforeAll
    static void open() {
        stack = RunningSuite.stack();
        bank = SmallBank.open(stack);
        clients = List.of(bank.client(SmallBank.RM), bank.client(SmallBank.RM));
        phone = new VisitCalls(stack, SmallBank.RM);
        clients.forEach(KillIT::awaitKnownToVisits);
    }

    private static void awaitKnownToVisits(UUID client) {
        UUID visit = UUID.randomUUID();
        Eventually.within(GENEROUS, () -> phone.plan(visit, client).status() == 201);
    }

    @Test
    void client_service_is_killed() throws SQLException {
        Set<String> ledger =
                crash(
                        () -> stack.service(Service.CLIENT).process(),
                        write(id -> bank.register(id)));
        StoreCheck.onceEach(stack, Service.CLIENT, "client-registered", ledger);
        StoreCheck.sound(stack, Service.CLIENT);
        TopicCheck.onceEach(stack, Topics.CLIENTS, "client-registered", "clientId", ledger);
        Http system = bank.system();
        for (String id : ledger) {
            assertThat(system.get(stack.url(Service.CLIENT) + "/clients/" + id).status())
                    .isEqualTo(200);
        }
        for (Service service : Service.values()) {
            Eventually.passes(GENEROUS, () -> assertThat(book(service)).containsAll(ledger));
        }
    }

    @Test
    void visit_service_is_killed() throws SQLException {
        visitsSurvive(() -> stack.service(Service.VISIT).process());
    }

    @Test
    void postgresql_is_killed() throws SQLException {
        visitsSurvive(() -> stack.postgres().process());
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(stack.postgres().show(setting)).as(setting).isEqualTo("on");
        }
    }

    @Test
    void kafka_is_killed() throws SQLException {
        visitsSurvive(() -> stack.kafka().process());
    }

    @Test
    void scoring_service_is_killed() throws SQLException {
        UUID client = clients.getFirst();
        AtomicInteger number = new AtomicInteger();
        String run = UUID.randomUUID().toString().substring(0, 8);
        Set<String> ledger =
                crash(
                        () -> stack.service(Service.SCORING).process(),
                        () -> {
                            String id = run + "-" + number.incrementAndGet();
                            return new Writers.Write(id, () -> fact(client, id));
                        });
        List<String> stored = facts(client, run);
        assertThat(stored).doesNotHaveDuplicates().containsAll(ledger);
        StoreCheck.sound(stack, Service.SCORING);
        TopicCheck.promiseKept(stack.kafka().bootstrap(), Topics.SCORES);
    }

    @Test
    void notification_service_is_killed() throws SQLException {
        RiskyClients risky = RiskyClients.of(stack, bank, SmallBank.COLLEAGUE, 390);
        Eventually.within(
                GENEROUS, () -> risky.alerts(SmallBank.COLLEAGUE).size() >= CALLERS + IN_FLIGHT);
        Queue<String> open = new ConcurrentLinkedQueue<>(risky.alerts(SmallBank.COLLEAGUE));
        Http owner = bank.colleague();
        String alerts = stack.url(Service.NOTIFICATION) + "/alerts/";
        Writers writers =
                new Writers(
                        CALLERS,
                        () -> {
                            String id = open.poll();
                            return id == null
                                    ? null
                                    : new Writers.Write(
                                            id, () -> acknowledge(owner, alerts + id, id));
                        });
        Set<String> ledger;
        try (writers) {
            Eventually.within(GENEROUS, () -> writers.inFlight() >= IN_FLIGHT);
            killed(stack.service(Service.NOTIFICATION).process(), writers);
            Eventually.within(GENEROUS, open::isEmpty);
            ledger = writers.finish();
        }
        assertThat(writers.surprises()).isEmpty();
        StoreCheck.onceEach(stack, Service.NOTIFICATION, "alert-acknowledged", ledger);
        StoreCheck.sound(stack, Service.NOTIFICATION);
        TopicCheck.onceEach(stack, Topics.ALERTS, "alert-acknowledged", "alertId", ledger);
        for (String id : ledger) {
            assertThat(owner.get(alerts + id).body().path("state").asText())
                    .isEqualTo("ACKNOWLEDGED");
        }
    }

    private static Http.Answer acknowledge(Http owner, String url, String id) {
        return owner.send(
                "POST", url + "/acknowledgement", Map.of(), "Idempotency-Key", "ack-" + id);
    }

    private void visitsSurvive(Supplier<LocalProcess> victim) throws SQLException {
        Set<String> ledger = crash(victim, write(id -> phone.plan(id, clientOf(id))));
        StoreCheck.onceEach(stack, Service.VISIT, "visit-planned", ledger);
        StoreCheck.sound(stack, Service.VISIT);
        TopicCheck.onceEach(stack, Topics.VISITS, "visit-planned", "visitId", ledger);
        StoreCheck.published(stack, Service.VISIT, Topics.VISITS, "visit-planned");
        for (String id : ledger) {
            assertThat(phone.get(UUID.fromString(id)).status()).isEqualTo(200);
        }
    }

    /** The same for the same visit: what is sent again is sent as it was. */
    private static UUID clientOf(UUID visit) {
        return clients.get(Math.floorMod(visit.hashCode(), clients.size()));
    }

    private static Supplier<Writers.Write> write(
            java.util.function.Function<UUID, Http.Answer> call) {
        return () -> {
            UUID id = UUID.randomUUID();
            return new Writers.Write(id.toString(), () -> call.apply(id));
        };
    }

    /** Kills in the middle of the writing, starts what is missing, and lets the writing go on. */
    private static Set<String> crash(Supplier<LocalProcess> victim, Supplier<Writers.Write> next) {
        try (Writers writers = new Writers(CALLERS, next)) {
            Eventually.within(
                    GENEROUS,
                    () -> writers.acknowledgedSoFar() >= BEFORE && writers.inFlight() >= IN_FLIGHT);
            killed(victim.get(), writers);
            int revived = writers.acknowledgedSoFar();
            Eventually.within(GENEROUS, () -> writers.acknowledgedSoFar() >= revived + AFTER);
            Set<String> ledger = writers.finish();
            assertThat(writers.surprises()).isEmpty();
            return ledger;
        }
    }

    private static void killed(LocalProcess victim, Writers writers) {
        victim.kill();
        writers.goOnWith(MEANWHILE);
        stack.up(Terminal.silent());
        writers.goOnWith(CALLERS);
    }

    private static Http.Answer fact(UUID client, String id) {
        String line =
                new String(
                        Json.bytes(
                                Map.of(
                                        "id", id,
                                        "source", "kill",
                                        "client", client,
                                        "type", "TRANSACTION",
                                        "at", Instant.now().minus(Duration.ofDays(1)),
                                        "amount", "1.00",
                                        "currency", "CNY")),
                        StandardCharsets.UTF_8);
        return bank.system()
                .sendRaw(
                        "POST",
                        stack.url(Service.SCORING) + "/activities",
                        BodyPublishers.ofString(line),
                        "application/x-ndjson");
    }

    private static List<String> facts(UUID client, String prefix) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            Http.Answer page =
                    bank.system()
                            .get(
                                    stack.url(Service.SCORING)
                                            + "/activities?limit=500&client="
                                            + client
                                            + (cursor == null ? "" : "&cursor=" + cursor));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            for (JsonNode item : page.body().path("items")) {
                if (item.path("id").asText().startsWith(prefix)) {
                    ids.add(item.path("id").asText());
                }
            }
            cursor = page.body().path("next").asText(null);
        } while (cursor != null);
        return ids;
    }

    private static Set<String> book(Service service) throws SQLException {
        Set<String> ids = new HashSet<>();
        try (var connection = stack.postgres().connect(service.database());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select client_id::text from book_client")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }
}
