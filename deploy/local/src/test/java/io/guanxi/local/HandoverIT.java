package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.testing.Eventually;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A book that changes hands: all of it or nothing, soon everywhere, and the past stays. */
class HandoverIT {
    private static final Duration GENEROUS = Duration.ofMinutes(2);
    private static final Duration PATIENT = Duration.ofMinutes(10);
    private static final String UNIT = "U-9200";
    private static final String HEAD = "S-9209";
    private static final String SUPERVISOR = "S-9208";
    private static final String FIRST = "S-9201";
    private static final String SECOND = "S-9202";
    private static final int BOOK = 100;
    private static final int LINES = 100_000;
    private static final int HANDOVERS = 5;
    private static final String NDJSON = "application/x-ndjson";

    /** When the service dies after the decision was sent, in milliseconds. */
    private static final List<Integer> DELAYS =
            List.of(0, 15, 60, 120, 250, 400, 600, 900, 1_500, 8_000);

    private static Stack stack;
    private static Http supervisor;
    private static Http head;
    private static Instant before;

    @BeforeAll
    static void open() {
        stack = RunningSuite.stack();
        Http admin = stack.as("admin", "admin");
        SmallBank.created(
                admin.send(
                        "POST",
                        url("/units"),
                        Map.of("id", UNIT, "name", "Branch", "headId", HEAD)));
        staff(admin, HEAD, "head", null);
        staff(admin, SUPERVISOR, "supervisor", HEAD);
        staff(admin, FIRST, "rm", SUPERVISOR);
        staff(admin, SECOND, "rm", SUPERVISOR);
        supervisor = stack.as(SUPERVISOR, "supervisor");
        head = stack.as(HEAD, "head");
        imported(FIRST, BOOK);
        before = Instant.now();
    }

    @Test
    void killed_once_it_moves_all_clients_or_none() throws SQLException {
        assertThat(killed(List.of(15))).hasSize(1);
    }

    @Test
    @Tag("long")
    void killed_at_any_moment_it_moves_all_clients_or_none() throws SQLException {
        assertThat(killed(DELAYS)).as("before and after it").contains(0, BOOK);
    }

    /** How many had moved each time. */
    private static List<Integer> killed(List<Integer> delays) throws SQLException {
        List<Integer> outcomes = new ArrayList<>();
        String from = size(FIRST) == BOOK ? FIRST : SECOND;
        String to = from.equals(FIRST) ? SECOND : FIRST;
        for (int delay : delays) {
            UUID handover = ask(from, to);
            String key = "decide-" + handover;
            killAfter(delay, () -> decide(handover, key));
            int moved = size(to);
            System.out.printf("Killed %d ms after the decision was sent: %d moved%n", delay, moved);
            outcomes.add(moved);
            assertThat(moved).as("after %d ms", delay).isIn(0, BOOK);
            assertThat(size(from)).isEqualTo(BOOK - moved);
            Http.Answer again = decide(handover, key);
            assertThat(again.status()).as(again.text()).isEqualTo(200);
            assertThat(again.header("Idempotency-Replayed")).isEqualTo(moved == 0 ? null : "true");
            assertThat(size(to)).isEqualTo(BOOK);
            assertThat(size(from)).isZero();
            String before = from;
            from = to;
            to = before;
        }
        StoreCheck.sound(stack, Service.CLIENT);
        String owner = from;
        for (Service service : Service.values()) {
            Eventually.within(GENEROUS, () -> owned(service, owner) == BOOK);
        }
        return outcomes;
    }

    /** Handovers one after the other, spread over the import; how long each took is printed. */
    @Test
    @Tag("long")
    void is_in_force_everywhere_while_many_clients_are_imported() throws SQLException {
        String job = importing(LINES);
        String from = size(FIRST) == BOOK ? FIRST : SECOND;
        String to = from.equals(FIRST) ? SECOND : FIRST;
        for (int n = 1; n <= HANDOVERS; n++) {
            int part = n * LINES / (HANDOVERS + 1);
            Eventually.within(PATIENT, () -> done(job) >= part);
            int before = done(job);
            Map<Service, Long> inForce = inForceAfter(from, to);
            System.out.printf(
                    "Handover of %d clients, %,d of %,d imported: in force after (ms) %s%n",
                    BOOK, before, LINES, inForce);
            assertThat(done(job)).as("the import was still running").isLessThan(LINES);
            String giver = from;
            from = to;
            to = giver;
        }
        Eventually.within(PATIENT, () -> done(job) == LINES);
        if (size(FIRST) == BOOK) {
            inForceAfter(FIRST, SECOND);
        }
        keepsTheVisitsOfBefore(FIRST);
    }

    /** Milliseconds from the answer to the decision until the book of each service says so. */
    private static Map<Service, Long> inForceAfter(String from, String to) throws SQLException {
        UUID handover = ask(from, to);
        Http.Answer decided = decide(handover, "busy-" + handover);
        long begun = System.nanoTime();
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        Map<Service, Long> inForce = new LinkedHashMap<>();
        while (inForce.size() < Service.values().length) {
            for (Service service : Service.values()) {
                if (!inForce.containsKey(service) && owned(service, to) == BOOK) {
                    inForce.put(service, (System.nanoTime() - begun) / 1_000_000);
                }
            }
            assertThat(System.nanoTime() - begun).isLessThan(GENEROUS.toNanos());
        }
        return inForce;
    }

    /** A phone that was offline: what was visited while the client was one's own is accepted. */
    private static void keepsTheVisitsOfBefore(String rm) throws SQLException {
        UUID client = oneOf(FIRST, SECOND);
        Http phone = stack.as(rm, "rm");
        assertThat(report(phone, client, rm, before).status()).isEqualTo(201);
        assertThat(report(phone, client, rm, Instant.now()).status()).isEqualTo(404);
    }

    private static Http.Answer report(Http phone, UUID client, String rm, Instant at) {
        return phone.send(
                "POST",
                stack.url(Service.VISIT) + "/visits/" + UUID.randomUUID() + "/log",
                Map.of(
                        "clientId", client,
                        "rmId", rm,
                        "channel", "FACE_TO_FACE",
                        "occurredAt", at,
                        "durationMinutes", 30));
    }

    private static UUID ask(String from, String to) {
        Http.Answer asked =
                supervisor.send(
                        "POST", url("/handovers"), Map.of("from", from, "to", to, "all", true));
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        return UUID.fromString(asked.body().path("id").asText());
    }

    private static Http.Answer decide(UUID handover, String key) {
        return head.send(
                "POST",
                url("/handovers/" + handover + "/approval"),
                Map.of("approve", true),
                "Idempotency-Key",
                key);
    }

    private static void killAfter(int delayMs, Runnable request) {
        CompletableFuture<Void> killed =
                CompletableFuture.runAsync(
                        () -> stack.service(Service.CLIENT).process().kill(),
                        CompletableFuture.delayedExecutor(delayMs, TimeUnit.MILLISECONDS));
        try {
            request.run();
        } catch (UncheckedIOException e) {
            // Nobody answered any more; whether it was carried out is what the test asks next.
            assertThat(e).isNotNull();
        }
        killed.join();
        stack.up(Terminal.silent());
    }

    private static int size(String rm) {
        Http.Answer book = head.get(url("/staff/" + rm + "/portfolio?limit=1"));
        assertThat(book.status()).as(book.text()).isEqualTo(200);
        return book.body().path("clients").asInt();
    }

    private static int owned(Service service, String rm) throws SQLException {
        try (var connection = stack.postgres().connect(service.database());
                var select =
                        connection.prepareStatement(
                                "select count(*) from book_client where rm_id = ?")) {
            select.setString(1, rm);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static UUID oneOf(String... rms) throws SQLException {
        try (var connection = stack.postgres().connect(Service.VISIT.database());
                var select =
                        connection.prepareStatement(
                                "select client_id from book_client where rm_id = any(?) limit 1")) {
            select.setArray(1, connection.createArrayOf("text", rms));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    private static void imported(String rm, int count) {
        String owner = ",\"rmId\":\"%s\",\"rmSince\":\"2025-01-01T00:00:00Z\"".formatted(rm);
        Http.Answer answer = sent(line(owner), count);
        assertThat(answer.body().path("created").asInt()).as(answer.text()).isEqualTo(count);
    }

    /** The address of the job that imports so many clients nobody owns. */
    private static String importing(int count) {
        Http.Answer taken = sent(line(""), count);
        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
        return url("/clients/imports/" + taken.body().path("id").asText());
    }

    private static int done(String job) {
        return system().get(job).body().path("done").asInt();
    }

    private static String line(String owner) {
        return "{\"kind\":\"PERSON\",\"name\":\"P\",\"unitId\":\"%s\"%s}\n".formatted(UNIT, owner);
    }

    private static Http.Answer sent(String line, int count) {
        return system().sendRaw(
                        "POST",
                        url("/clients/imports"),
                        BodyPublishers.ofString(line.repeat(count)),
                        NDJSON);
    }

    private static Http system() {
        return stack.as("svc:core", "system");
    }

    private static void staff(Http admin, String id, String role, String supervisorId) {
        Map<String, Object> body =
                new TreeMap<>(
                        Map.of(
                                "id",
                                id,
                                "name",
                                "Person " + id,
                                "unitId",
                                UNIT,
                                "roles",
                                List.of(role)));
        if (supervisorId != null) {
            body.put("supervisorId", supervisorId);
        }
        SmallBank.created(admin.send("POST", url("/staff"), body));
    }

    private static String url(String path) {
        return stack.url(Service.CLIENT) + path;
    }
}
