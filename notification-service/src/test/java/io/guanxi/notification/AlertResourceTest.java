package io.guanxi.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = GuanxiTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
class AlertResourceTest extends ServiceTest {

    @Test
    void an_alert_is_seen_by_its_manager_the_supervisors_and_operations_and_by_no_one_else() {
        UUID alert = churnAlert(clientOf("S-0001", "U-001"));
        for (String token : List.of(MANAGER, SUPERVISOR, BRANCH_HEAD, OPERATIONS)) {
            read(alert, token).statusCode(200).header("ETag", notNullValue());
        }
        for (String token : List.of(COLLEAGUE, OTHER_UNIT)) {
            read(alert, token).statusCode(404).body("code", equalTo("alert.unknown"));
        }
        assertThat(exported("alerts", MANAGER)).contains(alert.toString()).contains("changedAt");
        assertThat(exported("alerts", OTHER_UNIT)).doesNotContain(alert.toString());
        assertThat(exported("obligations", MANAGER)).isNotNull();
        read(alert, TestTokens.admin()).statusCode(403);
        given().get("/alerts/" + alert).then().statusCode(401);
        read(UUID.randomUUID(), MANAGER).statusCode(404).body("code", equalTo("alert.unknown"));
    }

    @Test
    void a_manager_who_has_lost_the_client_has_lost_sight_of_the_alert_and_the_new_one_acts() {
        UUID client = clientOf("S-0001", "U-001");
        UUID alert = churnAlert(client);
        Published.owned(client, "S-0004", "S-0001", "U-001", clock.now());
        Eventually.within(
                PATIENCE, () -> book.client(client).orElseThrow().rmId().equals("S-0004"));
        read(alert, MANAGER).statusCode(404);
        acknowledge(alert, MANAGER).then().statusCode(404);
        acknowledge(alert, COLLEAGUE).then().statusCode(200);
    }

    @Test
    void acting_is_for_recipients_and_operations() {
        UUID alert = churnAlert(clientOf("S-0001", "U-001"));
        acknowledge(alert, COLLEAGUE).then().statusCode(404);
        acknowledge(alert, BRANCH_HEAD)
                .then()
                .statusCode(403)
                .body("code", equalTo("alert.not-recipient"));
        acknowledge(alert, TestTokens.token("S-0001", "auditor")).then().statusCode(403);
        acknowledge(alert, OPERATIONS).then().statusCode(200);
    }

    @Test
    void a_stale_version_is_not_acted_on_and_a_repeated_request_is_answered_again() {
        UUID alert = churnAlert(clientOf("S-0001", "U-001"));
        as(MANAGER)
                .header("If-Match", "\"7\"")
                .contentType(ContentType.JSON)
                .post("/alerts/" + alert + "/acknowledgement")
                .then()
                .statusCode(412)
                .body("code", equalTo("version.stale"));
        for (int i = 0; i < 2; i++) {
            as(MANAGER)
                    .header("Idempotency-Key", "ack-" + alert)
                    .contentType(ContentType.JSON)
                    .post("/alerts/" + alert + "/acknowledgement")
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", i == 0 ? null : "true");
        }
    }

    @Test
    void an_alert_is_snoozed_resolved_and_reopened() {
        UUID alert = churnAlert(clientOf("S-0001", "U-001"));
        String until = clock.now().plus(Duration.ofDays(3)).toString();
        post(alert, "snooze", Map.of("until", until, "reason", "AWAY"), 200, "SNOOZED");
        post(alert, "resolution", Map.of("reason", "HANDLED"), 200, "RESOLVED");
        as(MANAGER)
                .contentType(ContentType.JSON)
                .body(Map.of("until", until))
                .post("/alerts/" + alert + "/snooze")
                .then()
                .statusCode(409)
                .body("code", equalTo("alert.already-resolved"));
        Instant resolved = clock.now();
        post(alert, "reopening", Map.of("reason", "NOT_HANDLED"), 200, "OPEN");
        as(MANAGER)
                .get("/alerts/" + alert + "?asOf=" + resolved)
                .then()
                .statusCode(200)
                .body("state", equalTo("RESOLVED"))
                .body("resolution.reason", equalTo("HANDLED"));
        as(MANAGER)
                .get("/alerts/" + alert + "/history")
                .then()
                .statusCode(200)
                .body(
                        "items.type",
                        contains(
                                "alert-raised",
                                "alert-snoozed",
                                "alert-resolved",
                                "alert-reopened"));
        as(MANAGER)
                .get("/alerts/" + alert + "/changes?from=" + resolved)
                .then()
                .statusCode(200)
                .body("items.find { it.field == '/state' }.after", equalTo("OPEN"));
    }

    @Test
    void bad_bodies_are_refused_with_a_place() {
        UUID alert = churnAlert(clientOf("S-0001", "U-001"));
        for (String body :
                List.of(
                        "{",
                        "{}",
                        "{\"until\":7}",
                        "{\"until\":\"soon\"}",
                        "{\"other\":1}",
                        "[]")) {
            as(MANAGER)
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post("/alerts/" + alert + "/snooze")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", notNullValue());
        }
    }

    @Test
    void bulk_answers_for_each_alert() {
        UUID mine = churnAlert(clientOf("S-0001", "U-001"));
        UUID foreign = churnAlert(clientOf("S-0007", "U-002"));
        as(MANAGER)
                .contentType(ContentType.JSON)
                .body(Map.of("action", "ACKNOWLEDGE", "ids", List.of(mine, foreign)))
                .post("/alerts/actions")
                .then()
                .statusCode(200)
                .body("result", equalTo(List.of("DONE", "REFUSED")))
                .body("[1].code", equalTo("alert.unknown"));
    }

    @Test
    void lists_are_filtered_and_paged() {
        UUID client = clientOf("S-0001", "U-001");
        churnAlert(client);
        Published.tier(client, io.guanxi.contracts.scores.Tier.A1, null);
        Eventually.within(PATIENCE, () -> alerts(client, "churn-high").size() == 2);
        String next =
                as(MANAGER)
                        .get("/alerts?limit=1&client=" + client)
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(1))
                        .extract()
                        .path("next");
        assertThat(next).isNotNull();
        as(MANAGER)
                .queryParam("cursor", next)
                .queryParam("limit", 1)
                .queryParam("client", client)
                .get("/alerts")
                .then()
                .body("items", hasSize(1))
                .body("next", equalTo(null));
        as(MANAGER)
                .get("/alerts?recipient=S-0002&severity=CRITICAL&state=OPEN&client=" + client)
                .then()
                .body("items", hasSize(1));
        for (String bad : List.of("limit=0", "state=LOST", "client=x", "cursor=x", "unknown=1")) {
            as(MANAGER)
                    .get("/alerts?" + bad)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    private void post(UUID alert, String verb, Map<String, String> body, int status, String state) {
        as(MANAGER)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/alerts/" + alert + "/" + verb)
                .then()
                .statusCode(status)
                .body("state", equalTo(state));
    }

    private UUID churnAlert(UUID client) {
        Published.risk(client, RiskLevel.HIGH);
        return UUID.fromString((String) alert(client, "churn-high").get("id"));
    }

    private String exported(String kind, String token) {
        return as(token).get("/exports/" + kind).then().statusCode(200).extract().asString();
    }
}
