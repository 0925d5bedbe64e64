package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.Topics;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.Planted;
import io.guanxi.kit.testing.TestTopics;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A person's data in the whole suite: planted by every way in, looked for in every place where
 * nobody reads, then erased by two people and looked for everywhere.
 */
class PersonalDataIT {
    private static final String RESIDENT_ID = "11010519491231002X";
    private static final String HEAD = "S-9009";
    private static final String FACT =
            "{\"id\":\"p1\",\"source\":\"plant\",\"client\":\"%s\",\"type\":\"TRANSACTION\","
                    + "\"at\":\"2026-01-05T00:00:00Z\",\"amount\":\"1.00\",\"currency\":\"CNY\"}\n";
    private static final String NO_FACT =
            "{\"client\":\"%s\",\"name\":\"Shangguan Plantedname\",\"phone\":\"13900001234\"}\n";
    private static final Planted PLANTED =
            new Planted(
                    "Shangguan Plantedname",
                    RESIDENT_ID,
                    "9 Planted Lane",
                    "plantedgoal",
                    "13900001234",
                    "plantedfeedback",
                    "Plantedattendee",
                    "plantedplace");

    private static final Map<Service, List<String>> EXPORT_OF_NAMES =
            Map.of(Service.CLIENT, List.of("clients"));
    private static final Map<Service, List<String>> EXPORTS_OF_CODES =
            Map.of(
                    Service.CLIENT, List.of("units", "staff"),
                    Service.VISIT, List.of("visits", "coverage"),
                    Service.SCORING, List.of("scores"),
                    Service.NOTIFICATION, List.of("alerts", "obligations"));

    private static Stack stack;
    private static SmallBank bank;

    @BeforeAll
    static void open() {
        stack = RunningSuite.stack();
        bank = SmallBank.open(stack);
        Http admin = stack.as("admin", "admin");
        admin.send("POST", clients() + "/units", Map.of("id", "U-909", "name", "Head office"));
        admin.send(
                "POST",
                clients() + "/staff",
                Map.of(
                        "id",
                        HEAD,
                        "staffNo",
                        HEAD,
                        "name",
                        "Person " + HEAD,
                        "unitId",
                        "U-909",
                        "roles",
                        List.of("head"),
                        "track",
                        "MARKET",
                        "bookType",
                        "PERSONAL"));
        admin.send("PATCH", clients() + "/units/U-909", Map.of("headId", HEAD));
        admin.send(
                "PATCH",
                clients() + "/units/" + SmallBank.UNIT,
                Map.of("parentId", "U-909", "headId", SmallBank.SUPERVISOR));
    }

    @Test
    void what_is_personal_stands_nowhere_that_nobody_reads_and_nowhere_after_erasure()
            throws Exception {
        UUID client = person();
        visited(client);
        imported();
        List<String> found = new ArrayList<>(inTables(Set.of("client_view", "activity_rejected")));
        found.addAll(elsewhere());
        found.addAll(inRowsOf(EXPORTS_OF_CODES));
        assertThat(found).isEmpty();
        assertThat(inRowsOf(EXPORT_OF_NAMES)).isNotEmpty();
        assertThat(inTables(Set.of())).as("the card shows it, and a rejected line").isNotEmpty();
        assertThat(exported(client)).contains("Shangguan Plantedname", "plantedfeedback");

        erased(client);
        rebuilt(Service.CLIENT, "client_view");
        rebuilt(Service.VISIT, "visit");
        found = new ArrayList<>(inTables(Set.of()));
        found.addAll(elsewhere());
        found.addAll(PLANTED.in("export", exported(client)));
        found.addAll(inRowsOf(EXPORTS_OF_CODES));
        found.addAll(inRowsOf(EXPORT_OF_NAMES));
        found.addAll(PLANTED.in("the past", past(client)));
        assertThat(found).isEmpty();
    }

    private static List<String> inRowsOf(Map<Service, List<String>> exports) {
        List<String> found = new ArrayList<>();
        exports.forEach(
                (service, kinds) ->
                        kinds.forEach(
                                kind -> {
                                    Http.Answer rows =
                                            bank.system()
                                                    .get(stack.url(service) + "/exports/" + kind);
                                    assertThat(rows.status()).isEqualTo(200);
                                    found.addAll(PLANTED.in("rows of " + kind, rows.text()));
                                }));
        return found;
    }

    /** What the four services together give to the person. */
    private static String exported(UUID client) {
        StringBuilder all = new StringBuilder();
        for (Service service : Service.values()) {
            Http.Answer part =
                    bank.supervisor()
                            .get(stack.url(service) + "/clients/" + client + "/data-export");
            assertThat(part.status()).as(part.text()).isEqualTo(200);
            assertThat(part.body().path("complete").asBoolean()).isTrue();
            assertThat(part.body().path("elsewhere")).hasSize(3);
            all.append(part.text());
        }
        return all.toString();
    }

    private static void erased(UUID client) {
        String erasure = clients() + "/clients/" + client + "/erasure";
        Http.Answer asked = bank.supervisor().send("POST", erasure, Map.of("reason", "asked for"));
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        Http head = stack.as(HEAD, "head");
        Http.Answer allowed = head.send("POST", erasure + "/approval", Map.of("approve", true));
        assertThat(allowed.status()).as(allowed.text()).isEqualTo(200);
        Eventually.within(
                SmallBank.GENEROUS,
                () -> head.get(erasure).body().path("state").asText().equals("CERTIFIED"));
        assertThat(head.get(erasure).body().path("confirmations")).hasSize(4);
        assertThat(head.get(erasure).text())
                .contains("client_view", "activity_rejected", "activity_unresolved");
    }

    /** From events whose key is gone. */
    private static void rebuilt(Service service, String table) {
        Http admin = stack.as("admin", "admin");
        String rebuilds = stack.url(service) + "/admin/rebuilds";
        Http.Answer asked = admin.send("POST", rebuilds, Map.of("name", table));
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        Eventually.within(
                SmallBank.GENEROUS,
                () ->
                        admin.get(rebuilds)
                                .body()
                                .path("items")
                                .valueStream()
                                .filter(each -> each.path("name").asText().equals(table))
                                .anyMatch(each -> each.path("state").asText().equals("SWITCHED")));
    }

    /** Folded anew from the first event. */
    private static String past(UUID client) {
        String card = clients() + "/clients/" + client;
        StringBuilder past = new StringBuilder();
        for (String of : List.of("?asOf=2100-01-01T00:00:00Z", "/history")) {
            Http.Answer answer = bank.supervisor().get(card + of);
            assertThat(answer.status()).as(of + answer.text()).isEqualTo(200);
            past.append(answer.text());
        }
        return past.toString();
    }

    private static UUID person() {
        UUID id = UUID.randomUUID();
        Map<String, Object> body =
                new TreeMap<>(
                        Map.of(
                                "id",
                                id,
                                "kind",
                                "PERSON",
                                "name",
                                "Shangguan Plantedname",
                                "identifiers",
                                Map.of("residentId", RESIDENT_ID),
                                "address",
                                Map.of("line", "9 Planted Lane"),
                                "profile",
                                Map.of("goals", "plantedgoal", "phone", "13900001234")));
        SmallBank.created(bank.rm().send("POST", clients() + "/clients", body));
        // Asked for once more: what is refused must not be kept in clear either.
        body.put("id", UUID.randomUUID());
        assertThat(bank.rm().send("POST", clients() + "/clients", body).status()).isEqualTo(409);
        return id;
    }

    private static void visited(UUID client) {
        String visits = stack.url(Service.VISIT) + "/visits";
        String visit = visits + "/" + UUID.randomUUID() + "/log";
        Map<String, Object> log =
                Map.of(
                        "clientId",
                        client,
                        "rmId",
                        SmallBank.RM,
                        "channel",
                        "FACE_TO_FACE",
                        "durationMinutes",
                        30,
                        "attendees",
                        List.of("Plantedattendee"),
                        "topics",
                        List.of("plantedplace"),
                        "feedback",
                        "plantedfeedback 13900001234");
        Eventually.within(
                SmallBank.GENEROUS, () -> bank.rm().send("POST", visit, log).status() < 300);
        bank.rm().send("POST", visits, Map.of("clientId", client, "purpose", "plantedfeedback"));
        bank.system()
                .sendRaw(
                        "POST",
                        stack.url(Service.SCORING) + "/activities",
                        BodyPublishers.ofString(FACT.formatted(client) + NO_FACT.formatted(client)),
                        "application/x-ndjson");
    }

    /** The same person by a job: its lines wait in the database, and each leaves a result. */
    private static void imported() {
        String line =
                "{\"kind\":\"PERSON\",\"name\":\"Shangguan Plantedname\",\"unitId\":\"%s\","
                        + "\"identifiers\":{\"residentId\":\"%s\"},\"profile\":{\"goals\":\"plantedgoal\"}}\n";
        Http.Answer taken =
                bank.system()
                        .sendRaw(
                                "POST",
                                clients() + "/clients/imports",
                                BodyPublishers.ofString(
                                        line.formatted(SmallBank.UNIT, RESIDENT_ID)
                                                + line.formatted("9 Planted Lane", "plantedgoal")
                                                + "\"plantedgoal\"\n".repeat(10_000)),
                                "application/x-ndjson");
        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
        String job = clients() + "/clients/imports/" + taken.body().path("id").asText();
        Eventually.within(
                SmallBank.GENEROUS,
                () -> bank.system().get(job).body().path("state").asText().equals("DONE"));
        assertThat(bank.system().get(job).body().path("refused").asInt()).isEqualTo(1);
    }

    private static List<String> inTables(Set<String> exceptions) throws SQLException {
        List<String> found = new ArrayList<>();
        for (Service service : Service.values()) {
            try (Connection connection = stack.postgres().connect(service.database())) {
                PLANTED.inTables(connection, exceptions)
                        .forEach(each -> found.add(service + " " + each));
            }
        }
        return found;
    }

    private static List<String> elsewhere() throws IOException {
        List<String> found = new ArrayList<>();
        for (String topic : Topics.ALL) {
            TestTopics.read(stack.kafka().bootstrap(), topic)
                    .forEach(m -> found.addAll(PLANTED.in(topic, m.value() + m.headers())));
        }
        for (Service service : Service.values()) {
            String metrics = new Http().get(stack.url(service) + "/q/metrics").text();
            found.addAll(PLANTED.in("metrics of " + service, metrics));
        }
        try (Stream<Path> logs = Files.list(stack.home().folder().resolve("logs"))) {
            for (Path log : logs.toList()) {
                found.addAll(PLANTED.in(log.getFileName().toString(), Files.readString(log)));
            }
        }
        return found;
    }

    private static String clients() {
        return stack.url(Service.CLIENT);
    }
}
