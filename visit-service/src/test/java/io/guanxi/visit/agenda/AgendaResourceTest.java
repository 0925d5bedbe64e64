package io.guanxi.visit.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.guanxi.contracts.Topics;
import io.guanxi.contracts.clients.ClientErased;
import io.guanxi.contracts.scores.ChurnRiskChanged;
import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTokens;
import io.guanxi.visit.Published;
import io.guanxi.visit.ServiceTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = GuanxiTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "visit"))
class AgendaResourceTest extends ServiceTest {

    @Test
    void the_morning_page_shows_the_agenda_the_calls_and_what_falls_due() {
        UUID overdue = clientOf("S-0001", "U-001", daysAgo(200));
        UUID leaving = ownClient();
        Published.send(
                Topics.SCORES,
                leaving,
                new ChurnRiskChanged(
                        leaving,
                        RiskLevel.HIGH,
                        null,
                        new BigDecimal("75.0"),
                        List.of(),
                        List.of(),
                        "1"),
                clock.now());
        String visit = planned(leaving, clock.now().plusSeconds(60));
        Eventually.passes(
                PATIENCE,
                () ->
                        as(MANAGER)
                                .get("/call-list")
                                .then()
                                .statusCode(200)
                                .body("items.clientId", hasItems(overdue + "", leaving + "")));

        as(MANAGER)
                .get("/today")
                .then()
                .statusCode(200)
                .body(
                        "calls.find { it.clientId == '" + leaving + "' }.reasons",
                        contains("CHURN_HIGH"))
                .body(
                        "calls.find { it.clientId == '" + overdue + "' }.reasons",
                        contains("OVERDUE", "LONG_UNCONTACTED"))
                .body("due.find { it.clientId == '" + overdue + "' }.state", equalTo("OVERDUE"))
                .body("missing", hasItem("specialDays"));
        as(MANAGER)
                .queryParam("to", clock.today().plusDays(1).toString())
                .get("/agenda")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(visit));
        as(SUPERVISOR)
                .queryParam("unit", "U-001")
                .get("/today")
                .then()
                .statusCode(200)
                .body("calls.clientId", hasItem(leaving + ""));
        as(OTHER_UNIT)
                .queryParam("rm", "S-0001")
                .get("/today")
                .then()
                .statusCode(200)
                .body("agenda", empty())
                .body("calls", empty())
                .body("due", empty());
        as(OPERATIONS).get("/today").then().statusCode(403);
        as(MANAGER).queryParam("from", "soon").get("/agenda").then().statusCode(400);
        as(MANAGER)
                .queryParam("from", "2026-01-01")
                .queryParam("to", "2027-01-01")
                .get("/agenda")
                .then()
                .statusCode(400);
    }

    @Test
    void VI_09_long_uncontacted_counts_the_banks_days_and_no_message() {
        Instant today = clock.today().atStartOfDay(clock.zone()).toInstant();
        UUID within = reached(today.minus(Duration.ofDays(59)), "PHONE");
        UUID beyond = reached(today.minus(Duration.ofDays(59)).minusSeconds(1), "PHONE");
        UUID longAgo = reached(today.minus(Duration.ofDays(61)), "VIDEO");
        UUID written = clientOf("S-0007", "U-002", daysAgo(70));
        UUID message = logged(written, daysAgo(1), "MESSAGE");
        awaitContact(written, message);

        JsonPath calls =
                as(OTHER_UNIT).get("/call-list").then().statusCode(200).extract().jsonPath();

        for (UUID client : List.of(beyond, longAgo, written)) {
            assertThat(calls.getList("items.find { it.clientId == '" + client + "' }.reasons"))
                    .contains("LONG_UNCONTACTED");
        }
        assertThat(calls.getString("items.find { it.clientId == '" + written + "' }.lastContactAt"))
                .isNull();
        String reasons = "items.find { it.clientId == '" + within + "' }?.reasons";
        assertThat(calls.getList(reasons) == null ? List.of() : calls.getList(reasons))
                .doesNotContain("LONG_UNCONTACTED");
    }

    @Test
    void VI_09_an_erased_client_is_not_called() {
        UUID client = clientOf("S-0007", "U-002", daysAgo(200));
        Eventually.passes(PATIENCE, () -> called(hasItem(client + "")));
        Published.send(Topics.CLIENTS, client, new ClientErased(client, "REQUESTED"), clock.now());

        Eventually.passes(PATIENCE, () -> called(not(hasItem(client + ""))));
    }

    private static void called(Matcher<?> clients) {
        as(OTHER_UNIT).get("/call-list").then().statusCode(200).body("items.clientId", clients);
    }

    /** A client of S-0007 for a hundred days, reached then. */
    private UUID reached(Instant at, String channel) {
        UUID client = clientOf("S-0007", "U-002", daysAgo(100));
        awaitContact(client, logged(client, at, channel));
        return client;
    }

    private static UUID logged(UUID client, Instant at, String channel) {
        UUID visit = Uuids.v7();
        sending(
                        OTHER_UNIT,
                        Map.of(
                                "clientId",
                                client,
                                "channel",
                                channel,
                                "occurredAt",
                                at.toString(),
                                "durationMinutes",
                                30))
                .post("/visits/" + visit + "/log")
                .then()
                .statusCode(201);
        return visit;
    }

    private static void awaitContact(UUID client, UUID visit) {
        Eventually.passes(
                PATIENCE,
                () ->
                        as(OTHER_UNIT)
                                .get("/coverage/" + client)
                                .then()
                                .statusCode(200)
                                .body("contacts.visitId", hasItem(visit + "")));
    }

    @Test
    void a_handover_takes_the_visits_to_come_along() {
        UUID client = ownClient();
        String visit = planned(client, clock.now().plus(Duration.ofDays(2)));
        Published.owned(client, "S-0004", "S-0001", "U-001", clock.now());

        Eventually.passes(
                PATIENCE,
                () ->
                        as(COLLEAGUE)
                                .get("/visits/" + visit)
                                .then()
                                .statusCode(200)
                                .body("rmId", equalTo("S-0004"))
                                .body("state", equalTo("PLANNED")));
        Eventually.within(
                PATIENCE,
                () ->
                        published(UUID.fromString(visit)).stream()
                                .anyMatch(e -> e.type().equals("io.guanxi.visit-reassigned.v1")));
        as(MANAGER)
                .queryParam("to", clock.today().plusDays(5).toString())
                .get("/agenda")
                .then()
                .body("items.find { it.id == '" + visit + "' }", nullValue());
    }

    @Test
    void the_visits_of_a_client_that_nobody_owned_for_a_while_pass_to_the_next_owner() {
        UUID client = ownClient();
        String visit = planned(client, clock.now().plus(Duration.ofDays(2)));
        Published.owned(client, null, "S-0001", "U-001", clock.now());
        Eventually.passes(
                PATIENCE, () -> as(MANAGER).get("/visits/" + visit).then().statusCode(404));
        as(SUPERVISOR).get("/visits/" + visit).then().body("rmId", equalTo("S-0001"));

        Published.owned(client, "S-0004", null, "U-001", clock.now());

        Eventually.passes(
                PATIENCE,
                () ->
                        as(COLLEAGUE)
                                .get("/visits/" + visit)
                                .then()
                                .statusCode(200)
                                .body("rmId", equalTo("S-0004")));
    }

    @Test
    void a_handover_takes_along_more_visits_than_one_transaction() {
        UUID client = ownClient();
        Instant first = clock.now().plus(Duration.ofDays(2));
        List<Map<String, Object>> plans =
                IntStream.rangeClosed(1, 201).mapToObj(n -> plan(client, first, n)).toList();
        sending(
                        MANAGER,
                        Map.of(
                                "deviceId",
                                "d",
                                "deviceTime",
                                clock.now().toString(),
                                "operations",
                                plans))
                .post("/visits/sync")
                .then()
                .statusCode(200)
                .body("receipts.result", everyItem(equalTo("CREATED")));

        Published.owned(client, "S-0009", "S-0001", "U-000", clock.now());

        Eventually.passes(PATIENCE, () -> visits("S-0009", client, plans.size()));
        visits("S-0001", client, 0);
    }

    private static Map<String, Object> plan(UUID client, Instant first, int n) {
        Instant startsAt = first.plusSeconds(600L * n);
        return Map.of(
                "operationId",
                Uuids.v7().toString(),
                "type",
                "plan",
                "visitId",
                Uuids.v7().toString(),
                "clientId",
                client.toString(),
                "occurredAt",
                first.minus(Duration.ofDays(2)).toString(),
                "body",
                Map.of(
                        "startsAt",
                        startsAt.toString(),
                        "endsAt",
                        startsAt.plusSeconds(600).toString()));
    }

    private static void visits(String rmId, UUID client, int size) {
        as(TestTokens.token("S-0009", "head"))
                .queryParam("rm", rmId)
                .queryParam("client", client)
                .queryParam("limit", 500)
                .get("/visits")
                .then()
                .statusCode(200)
                .body("items", hasSize(size));
    }

    private String planned(UUID client, Instant startsAt) {
        return sending(
                        MANAGER,
                        Map.of(
                                "clientId",
                                client,
                                "startsAt",
                                startsAt.toString(),
                                "endsAt",
                                startsAt.plusSeconds(1800).toString()))
                .post("/visits")
                .then()
                .statusCode(201)
                .header("Location", containsString("/visits/"))
                .extract()
                .path("id");
    }
}
