package io.guanxi.visit.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.contracts.clients.ClientFlag;
import io.guanxi.contracts.directory.AbsenceState;
import io.guanxi.contracts.scores.Tier;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.reckoning.Reckonings;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTopics;
import io.guanxi.visit.Published;
import io.guanxi.visit.ServiceTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Topics in, obligations out, on real Kafka and PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(
        value = GuanxiTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "visit"))
class CoverageReactionsTest extends ServiceTest {

    @Inject Reckonings reckonings;

    @Test
    void an_assigned_client_is_owed_a_contact_within_three_months() {
        Instant since = daysAgo(20);
        UUID client = clientOf("S-0001", "U-001", since);

        JsonPath coverage = coverage(client, "VI-06");

        assertThat(coverage.getString("tier")).isEqualTo("C");
        assertThat(coverage.getString("owed[0].countedFrom.what")).isEqualTo("ASSIGNMENT");
        assertThat(Instant.parse(coverage.getString("owed[0].dueAt"))).isEqualTo(dueAt(since, 3));
        List<TestTopics.Message> events =
                Eventually.get(
                        PATIENCE,
                        () -> {
                            List<TestTopics.Message> found = published(client);
                            return found.isEmpty() ? null : found;
                        });
        assertThat(events.getFirst().type()).isEqualTo("io.guanxi.obligation-changed.v1");
        assertThat(events.getFirst().key()).isEqualTo(client.toString());
        assertThat(JsonPath.from(events.getFirst().value()).getString("basis.row"))
                .isEqualTo("VI-06");
    }

    @Test
    void a_tier_tightens_a_visit_meets_and_a_flag_adds() {
        UUID client = clientOf("S-0001", "U-001", daysAgo(20));
        Published.tier(client, Tier.B1, clock.now());
        Eventually.within(PATIENCE, () -> "B1".equals(coverage(client, "VI-06").getString("tier")));

        Instant seen = daysAgo(1);
        UUID visit = Uuids.v7();
        log(visit, client, "FACE_TO_FACE", seen).statusCode(201);
        Eventually.within(
                PATIENCE,
                () ->
                        visit.toString()
                                .equals(
                                        coverage(client, "VI-06")
                                                .getString("owed[0].countedFrom.visitId")));
        assertThat(coverage(client, "VI-06").getString("state")).isEqualTo("MET");

        Published.flags(client, clock.now(), ClientFlag.CORE);
        JsonPath both = coverage(client, "VI-04");
        assertThat(both.getList("owed.row")).containsExactlyInAnyOrder("VI-06", "VI-04");
    }

    @Test
    void a_corrected_log_and_a_late_start_are_counted_as_the_visit_stands() {
        UUID client = clientOf("S-0001", "U-001", daysAgo(20));
        UUID visit = Uuids.v7();
        Instant told = daysAgo(1);
        log(visit, client, "PHONE", told).statusCode(201);
        log(visit, client, "FACE_TO_FACE", told.plusSeconds(60)).statusCode(200);
        Instant began = told.minusSeconds(600);
        sending(MANAGER, Map.of("clientId", client, "occurredAt", began.toString()))
                .post("/visits/" + visit + "/start")
                .then()
                .statusCode(200);

        Eventually.passes(
                PATIENCE,
                () ->
                        as(SUPERVISOR)
                                .get("/coverage/" + client)
                                .then()
                                .statusCode(200)
                                .body("contacts", hasSize(1))
                                .body("contacts[0].channel", equalTo("FACE_TO_FACE"))
                                .body("contacts[0].at", equalTo(began.toString())));
    }

    private static ValidatableResponse log(UUID visit, UUID client, String channel, Instant at) {
        Map<String, Object> body =
                Map.of(
                        "clientId",
                        client,
                        "channel",
                        channel,
                        "occurredAt",
                        at.toString(),
                        "durationMinutes",
                        30);
        return sending(MANAGER, body).post("/visits/" + visit + "/log").then();
    }

    @Test
    void the_list_shows_who_is_overdue_by_the_book_and_the_summary_counts_them() {
        UUID client = clientOf("S-0004", "U-001", daysAgo(200));
        coverage(COLLEAGUE, client, "VI-06");

        as(COLLEAGUE)
                .queryParam("state", "OVERDUE")
                .queryParam("rm", "S-0004")
                .queryParam("unit", "U-001")
                .queryParam("tier", "C")
                .get("/coverage")
                .then()
                .statusCode(200)
                .body("items.find { it.clientId == '" + client + "' }.state", equalTo("OVERDUE"));
        as(COLLEAGUE)
                .queryParam("state", "MET")
                .get("/coverage")
                .then()
                .body("items.find { it.clientId == '" + client + "' }", nullValue());
        as(OTHER_UNIT)
                .get("/coverage")
                .then()
                .body("items.find { it.clientId == '" + client + "' }", nullValue());
        JsonPath summary =
                JsonPath.from(
                        as(COLLEAGUE)
                                .queryParam("rm", "S-0004")
                                .get("/coverage/summary")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString());
        assertThat(summary.getInt("due")).isPositive();
        assertThat(summary.getInt("now.OVERDUE")).isPositive();
        as(OTHER_UNIT)
                .queryParam("month", "2001-01")
                .get("/coverage/summary")
                .then()
                .statusCode(200)
                .body("due", equalTo(0))
                .body("coverage", nullValue());
        as(MANAGER).queryParam("month", "soon").get("/coverage/summary").then().statusCode(400);
    }

    @Test
    void what_was_owed_is_read_as_it_was() {
        UUID client = clientOf("S-0001", "U-001", daysAgo(20));
        String path = "/coverage/" + client;
        JsonPath now = coverage(client, "VI-06");
        Instant before = clock.now();
        Published.tier(client, Tier.B1, before.plusMillis(1));
        Eventually.within(PATIENCE, () -> "B1".equals(coverage(client, "VI-06").getString("tier")));

        for (String past : List.of("asOf", "knownAt")) {
            JsonPath then =
                    as(SUPERVISOR)
                            .get(path + "?" + past + "=" + before)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            assertThat(then.getString("tier")).isEqualTo("C");
            assertThat(then.getList("owed")).isEqualTo(now.getList("owed"));
        }
        as(SUPERVISOR)
                .get(path + "?asOf=" + daysAgo(30))
                .then()
                .statusCode(404)
                .body("code", equalTo("coverage.unknown"));
        as(SUPERVISOR)
                .get(path + "/history")
                .then()
                .statusCode(200)
                .body("items.type", hasItems("coverage-owner-noted", "coverage-tier-noted"));
        as(SUPERVISOR)
                .get(path + "/changes?from=" + before)
                .then()
                .statusCode(200)
                .body("items.field", hasItem("/tier"));
        as(MANAGER).get("/coverage/" + UUID.randomUUID() + "/history").then().statusCode(404);
    }

    @Test
    void a_foreign_client_is_not_explained() {
        UUID client = clientOf("S-0007", "U-002");
        as(MANAGER)
                .get("/coverage/" + client)
                .then()
                .statusCode(404)
                .body("code", equalTo("client.unknown"));
        as(OPERATIONS).get("/coverage/" + client).then().statusCode(403);
        as(OTHER_UNIT).get("/coverage/" + client).then().statusCode(200);
    }

    @Test
    void a_handover_moves_the_obligation_to_the_new_owner() {
        UUID client = ownClient();
        coverage(client, "VI-06");
        Published.owned(client, "S-0004", "S-0001", "U-001", clock.now());

        Eventually.within(
                PATIENCE,
                () ->
                        published(client).stream()
                                .anyMatch(e -> e.value().contains("\"ownerId\":\"S-0004\"")));
    }

    @Test
    void PR_10_the_cover_finds_the_clients_in_lists_and_counts_while_it_lasts() {
        UUID client = clientOf("S-0004", "U-001", daysAgo(20));
        coverage(COLLEAGUE, client, "VI-06");
        Instant at = clock.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
        sending(
                        COLLEAGUE,
                        Map.of(
                                "clientId",
                                client,
                                "rmId",
                                "S-0004",
                                "purpose",
                                "ROUTINE",
                                "startsAt",
                                at.toString(),
                                "endsAt",
                                at.plusSeconds(3600).toString(),
                                "channel",
                                "PHONE"))
                .post("/visits")
                .then()
                .statusCode(201);
        assertThat(covers(client)).containsOnly(false);
        UUID absence = Uuids.v7();

        Published.covered(absence, "S-0004", AbsenceState.ACTIVE, clock.now());
        Eventually.within(PATIENCE, () -> covers(client).stream().allMatch(seen -> seen));

        Published.covered(absence, "S-0004", AbsenceState.CANCELLED, clock.now());
        Eventually.within(PATIENCE, () -> covers(client).stream().noneMatch(seen -> seen));
    }

    /** Where S-0007 finds the client of S-0004: in lists, by its id, and in the counts. */
    private List<Boolean> covers(UUID client) {
        List<Boolean> seen = new ArrayList<>();
        for (String path :
                List.of(
                        "/coverage?limit=500&rm=S-0004",
                        "/visits?rm=S-0004",
                        "/agenda?rm=S-0004")) {
            String body = as(OTHER_UNIT).get(path).then().statusCode(200).extract().asString();
            seen.add(body.contains(client.toString()));
        }
        seen.add(as(OTHER_UNIT).get("/coverage/" + client).statusCode() == 200);
        Map<String, Integer> now =
                as(OTHER_UNIT).get("/coverage/summary?rm=S-0004").jsonPath().getMap("now");
        seen.add(now.values().stream().mapToInt(Integer::intValue).sum() > 0);
        return seen;
    }

    @Test
    void a_changed_setting_moves_the_clients_that_it_concerns_and_no_other() throws IOException {
        UUID concerned = clientOf("S-0001", "U-001", clock.now());
        UUID other = clientOf("S-0001", "U-001", clock.now());
        Published.tier(concerned, Tier.B2, clock.now());
        coverage(other, "VI-06");
        Eventually.within(
                PATIENCE, () -> "B2".equals(coverage(concerned, "VI-06").getString("tier")));
        Eventually.within(
                PATIENCE, () -> published(concerned).size() > 1 && !published(other).isEmpty());
        Instant before = Instant.parse(coverage(concerned, "VI-06").getString("owed[0].dueAt"));

        Published.setting("cadences", 2, monthly("B2"), clock.now());

        Eventually.within(
                PATIENCE,
                () ->
                        published(concerned).stream()
                                .anyMatch(e -> e.value().contains("\"settingsVersion\":2")));
        Instant after = Instant.parse(coverage(concerned, "VI-06").getString("owed[0].dueAt"));
        assertThat(after).isBefore(before);
        Eventually.within(PATIENCE, () -> reckonings.due(clock.now()) == 0);
        assertThat(published(other)).hasSize(1);
    }

    @Test
    void an_unranked_client_counts_as_the_settings_first_tier() throws IOException {
        UUID client = clientOf("S-0004", "U-001", daysAgo(1));
        coverage(COLLEAGUE, client, "VI-06");
        ObjectNode document = (ObjectNode) cadences();

        Published.setting("cadences", 10, document.deepCopy().put("firstTier", "B1"), clock.now());
        Eventually.passes(PATIENCE, () -> listed(client, "B1"));
        YearMonth later = YearMonth.from(clock.today()).plusMonths(6);
        as(COLLEAGUE)
                .queryParam("rm", "S-0004")
                .queryParam("month", later.toString())
                .get("/coverage/summary")
                .then()
                .statusCode(200)
                .body("tiers.tier", hasItem("B1"));

        Published.setting("cadences", 11, document, clock.now());
        Eventually.passes(PATIENCE, () -> listed(client, "C"));
    }

    private static void listed(UUID client, String tier) {
        as(COLLEAGUE)
                .queryParam("limit", 500)
                .queryParam("tier", tier)
                .get("/coverage")
                .then()
                .statusCode(200)
                .body("items.clientId", hasItem(client.toString()));
    }

    private static JsonNode cadences() throws IOException {
        try (InputStream in = ClientStory.class.getResourceAsStream("/settings/cadences.json")) {
            return Json.MAPPER.readTree(in);
        }
    }

    private static JsonNode monthly(String tier) throws IOException {
        JsonNode document = cadences();
        for (JsonNode rule : document.path("rules")) {
            if (rule.path("tier").asText().equals(tier)) {
                ((ObjectNode) rule).put("months", 1);
            }
        }
        return document;
    }

    private JsonPath coverage(UUID client, String row) {
        return coverage(SUPERVISOR, client, row);
    }

    private JsonPath coverage(String token, UUID client, String row) {
        return Eventually.get(
                PATIENCE,
                () -> {
                    JsonPath read =
                            JsonPath.from(
                                    as(token)
                                            .get("/coverage/" + client)
                                            .then()
                                            .statusCode(200)
                                            .extract()
                                            .asString());
                    return read.getList("owed.row").contains(row) ? read : null;
                });
    }

    private static Instant dueAt(Instant base, int months) {
        LocalDate day = base.atZone(ClientStory.ZONE).toLocalDate();
        return YearMonth.from(day)
                .plusMonths(months + 1L)
                .atDay(1)
                .atStartOfDay(ClientStory.ZONE)
                .toInstant();
    }
}
