package io.guanxi.visit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.visit.Published;
import io.guanxi.visit.ServiceTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = GuanxiTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "visit"))
class SyncResourceTest extends ServiceTest {

    @Test
    void scenario_15_a_phone_resends_one_record_and_it_is_stored_once() {
        UUID client = ownClient();
        UUID visit = Uuids.v7();
        List<Map<String, Object>> operations = List.of(log(visit, client, daysAgo(1)));

        JsonPath first = sync(MANAGER, operations);
        JsonPath second = sync(MANAGER, operations);

        assertThat(first.getString("receipts[0].result")).isEqualTo("CREATED");
        assertThat(first.getInt("receipts[0].version")).isEqualTo(2);
        assertThat(second.getString("receipts[0].result")).isEqualTo("DUPLICATE");
        assertThat(second.getInt("receipts[0].version")).isEqualTo(2);
        as(MANAGER).get("/visits/" + visit).then().header("ETag", "\"2\"");
        as(MANAGER)
                .queryParam("client", client)
                .get("/visits")
                .then()
                .body("items.size()", equalTo(1));
    }

    @Test
    void the_same_operation_with_other_content_is_rejected() {
        UUID client = ownClient();
        Map<String, Object> operation = log(Uuids.v7(), client, daysAgo(1));
        sync(MANAGER, List.of(operation));
        Map<String, Object> other = new HashMap<>(operation);
        other.put("body", Map.of("durationMinutes", 7, "channel", "PHONE"));

        JsonPath answer = sync(MANAGER, List.of(other));

        assertThat(answer.getString("receipts[0].result")).isEqualTo("REJECTED");
        assertThat(answer.getString("receipts[0].problem.code")).isEqualTo("idempotency.mismatch");
        assertThat(answer.getBoolean("receipts[0].retryable")).isFalse();
    }

    @Test
    void a_day_without_network_is_taken_in_order() {
        UUID client = ownClient();
        UUID visit = Uuids.v7();
        Instant ten = clock.now().minus(Duration.ofHours(3));
        JsonPath answer =
                sync(
                        MANAGER,
                        List.of(
                                plan(visit, client, ten, ten.minus(Duration.ofHours(1))),
                                operation(
                                        "confirm", visit, client, ten.minusSeconds(1800), Map.of()),
                                operation(
                                        "start",
                                        visit,
                                        client,
                                        ten,
                                        Map.of("occurredAt", ten.toString())),
                                log(visit, client, ten.plusSeconds(60)),
                                operation(
                                        "cancel",
                                        visit,
                                        client,
                                        ten,
                                        Map.of("reasonCode", "LATE"))));

        assertThat(answer.getList("receipts.result"))
                .containsExactly("CREATED", "APPLIED", "APPLIED", "APPLIED", "REJECTED");
        assertThat(answer.getString("receipts[4].problem.code")).isEqualTo("visit.already-closed");
        as(MANAGER)
                .get("/visits/" + visit)
                .then()
                .body("state", equalTo("LOGGED"))
                .body("confirmed", equalTo(true))
                .body("adHoc", equalTo(false));
    }

    @Test
    void a_batch_of_1000_is_taken_in_and_1001_are_not() {
        UUID client = ownClient();
        List<Map<String, Object>> operations = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            operations.add(log(Uuids.v7(), client, daysAgo(1).plusSeconds(i)));
        }
        assertThat(sync(MANAGER, operations).getList("receipts.result"))
                .hasSize(1000)
                .containsOnly("CREATED");
        assertThat(sync(MANAGER, operations).getList("receipts.result"))
                .hasSize(1000)
                .containsOnly("DUPLICATE");
        operations.add(log(Uuids.v7(), client, daysAgo(1)));
        sending(MANAGER, body(clock.now(), operations)).post("/visits/sync").then().statusCode(400);
    }

    @Test
    void a_foreign_client_and_an_unknown_one_look_the_same_and_may_be_sent_again() {
        UUID foreign = clientOf("S-0007", "U-002");
        UUID own = ownClient();
        JsonPath answer =
                sync(
                        MANAGER,
                        List.of(
                                log(Uuids.v7(), foreign, daysAgo(1)),
                                log(Uuids.v7(), Uuids.v7(), daysAgo(1)),
                                log(Uuids.v7(), own, daysAgo(1))));

        assertThat(answer.getList("receipts.result"))
                .containsExactly("REJECTED", "REJECTED", "CREATED");
        for (int i = 0; i < 2; i++) {
            String at = "receipts[" + i + "].";
            assertThat(answer.getString(at + "problem.code")).isEqualTo("client.unknown");
            assertThat(answer.getBoolean(at + "retryable")).isTrue();
            assertThat(answer.getInt(at + "retryAfter")).isEqualTo(5);
        }
    }

    @Test
    void a_client_that_becomes_known_meanwhile_is_taken_when_it_is_sent_again() {
        UUID client = Uuids.v7();
        List<Map<String, Object>> operations = List.of(log(Uuids.v7(), client, daysAgo(1)));
        assertThat(sync(MANAGER, operations).getString("receipts[0].result")).isEqualTo("REJECTED");
        Published.owned(client, "S-0001", null, "U-001", daysAgo(20));
        Eventually.within(PATIENCE, () -> book.knows(client));
        assertThat(sync(MANAGER, operations).getString("receipts[0].result")).isEqualTo("CREATED");
    }

    @Test
    void a_visit_before_the_handover_stays_with_who_made_it() {
        UUID client = ownClient();
        List<Map<String, Object>> operations = List.of(log(Uuids.v7(), client, daysAgo(5)));
        Published.owned(client, "S-0004", "S-0001", "U-001", daysAgo(2));
        Eventually.within(
                PATIENCE, () -> book.client(client).orElseThrow().rmId().equals("S-0004"));

        assertThat(sync(MANAGER, operations).getString("receipts[0].result")).isEqualTo("CREATED");
        assertThat(
                        sync(MANAGER, List.of(log(Uuids.v7(), client, daysAgo(1))))
                                .getString("receipts[0].result"))
                .isEqualTo("REJECTED");
    }

    @Test
    void two_people_changed_different_fields_and_both_changes_stand() {
        UUID client = ownClient();
        UUID visit = Uuids.v7();
        Instant at = clock.now().plus(Duration.ofDays(1));
        sync(MANAGER, List.of(plan(visit, client, at, clock.now())));
        sending(SUPERVISOR, Map.of("purpose", "GIFT"))
                .patch("/visits/" + visit)
                .then()
                .statusCode(200);

        JsonPath apart =
                sync(MANAGER, List.of(change(visit, client, 1, Map.of("channel", "PHONE"))));
        JsonPath clashing =
                sync(MANAGER, List.of(change(visit, client, 1, Map.of("purpose", "OFFER"))));

        assertThat(apart.getString("receipts[0].result")).isEqualTo("APPLIED");
        assertThat(clashing.getString("receipts[0].result")).isEqualTo("CONFLICT");
        assertThat(clashing.getString("receipts[0].conflicts[0].field")).isEqualTo("purpose");
        assertThat(clashing.getString("receipts[0].conflicts[0].yours")).isEqualTo("OFFER");
        assertThat(clashing.getString("receipts[0].conflicts[0].theirs")).isEqualTo("GIFT");
        assertThat(clashing.getString("receipts[0].conflicts[0].by")).isEqualTo("S-0002");
        as(MANAGER)
                .get("/visits/" + visit)
                .then()
                .body("purpose", equalTo("GIFT"))
                .body("channel", equalTo("PHONE"));
    }

    @Test
    void a_clock_that_is_an_hour_off_is_set_right_and_one_two_days_off_is_flagged() {
        UUID client = ownClient();
        UUID visit = Uuids.v7();
        Instant now = clock.now();
        Instant slow = now.minus(Duration.ofHours(1));
        JsonPath answer =
                JsonPath.from(
                        sending(
                                        MANAGER,
                                        body(
                                                slow,
                                                List.of(log(visit, client, slow.minusSeconds(60)))))
                                .post("/visits/sync")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString());
        assertThat(answer.getLong("clockOffsetMs")).isGreaterThanOrEqualTo(3_600_000);
        String told = as(MANAGER).get("/visits/" + visit).path("log.occurredAt");
        assertThat(Instant.parse(told)).isAfter(now.minusSeconds(120));

        sending(MANAGER, body(daysAgo(2), List.of(log(Uuids.v7(), client, daysAgo(2)))))
                .post("/visits/sync")
                .then()
                .statusCode(200)
                .body("receipts[0].flags", hasItem("CLOCK_ABSURD"))
                .body("receipts[0].late", equalTo(true));
    }

    @Test
    void what_is_malformed_is_rejected_alone() {
        UUID client = ownClient();
        Map<String, Object> unreadable = new HashMap<>(log(Uuids.v7(), client, daysAgo(1)));
        unreadable.put("type", "dance");
        Map<String, Object> incomplete = new HashMap<>(log(Uuids.v7(), client, daysAgo(1)));
        incomplete.put("body", Map.of());
        JsonPath answer =
                sync(MANAGER, List.of(unreadable, incomplete, log(Uuids.v7(), client, daysAgo(1))));
        assertThat(answer.getList("receipts.result"))
                .containsExactly("REJECTED", "REJECTED", "CREATED");
        assertThat(answer.getString("receipts[0].operationId"))
                .isEqualTo(unreadable.get("operationId"));
        assertThat(answer.getString("receipts[1].problem.errors[0].pointer"))
                .isEqualTo("/durationMinutes");
        sending(MANAGER, Map.of("deviceId", "d", "operations", List.of()))
                .post("/visits/sync")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/deviceTime", "/operations"));
    }

    @Test
    void a_log_without_a_channel_waits_for_its_plan() {
        UUID client = ownClient();
        UUID visit = Uuids.v7();
        Instant at = clock.now().minus(Duration.ofHours(3));
        Map<String, Object> log =
                operation(
                        "log",
                        visit,
                        client,
                        at,
                        Map.of("occurredAt", at.toString(), "durationMinutes", 45));

        JsonPath before = sync(MANAGER, List.of(log));
        JsonPath with = sync(MANAGER, List.of(log, plan(visit, client, at, at.minusSeconds(60))));
        JsonPath after = sync(MANAGER, List.of(log));

        assertThat(before.getString("receipts[0].result")).isEqualTo("REJECTED");
        assertThat(before.getString("receipts[0].problem.errors[0].pointer")).isEqualTo("/channel");
        assertThat(before.getBoolean("receipts[0].retryable")).isTrue();
        assertThat(with.getList("receipts.result")).containsExactly("REJECTED", "CREATED");
        assertThat(after.getString("receipts[0].result")).isEqualTo("APPLIED");
        as(MANAGER)
                .get("/visits/" + visit)
                .then()
                .body("log.channel", equalTo("FACE_TO_FACE"))
                .body("purpose", equalTo("SERVICE"));
    }

    @Test
    void who_may_not_record_may_not_sync() {
        sending(AUDITOR, body(clock.now(), List.of())).post("/visits/sync").then().statusCode(403);
        sending(OPERATIONS, body(clock.now(), List.of()))
                .post("/visits/sync")
                .then()
                .statusCode(403);
    }

    private JsonPath sync(String token, List<Map<String, Object>> operations) {
        return JsonPath.from(
                sending(token, body(clock.now(), operations))
                        .post("/visits/sync")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private static Map<String, Object> body(
            Instant deviceTime, List<Map<String, Object>> operations) {
        return Map.of(
                "deviceId",
                "phone-1",
                "deviceTime",
                deviceTime.toString(),
                "operations",
                operations);
    }

    private static Map<String, Object> log(UUID visit, UUID client, Instant at) {
        return operation(
                "log",
                visit,
                client,
                at.plusSeconds(2700),
                Map.of(
                        "channel",
                        "FACE_TO_FACE",
                        "occurredAt",
                        at.toString(),
                        "durationMinutes",
                        45,
                        "feedback",
                        "content"));
    }

    private static Map<String, Object> plan(
            UUID visit, UUID client, Instant startsAt, Instant written) {
        return operation(
                "plan",
                visit,
                client,
                written,
                Map.of(
                        "purpose",
                        "SERVICE",
                        "startsAt",
                        startsAt.toString(),
                        "endsAt",
                        startsAt.plusSeconds(3600).toString(),
                        "channel",
                        "FACE_TO_FACE",
                        "place",
                        Map.of("name", "client site")));
    }

    private Map<String, Object> change(
            UUID visit, UUID client, int baseVersion, Map<String, Object> patch) {
        Map<String, Object> change =
                new HashMap<>(operation("change", visit, client, clock.now(), patch));
        change.put("baseVersion", baseVersion);
        return change;
    }

    private static Map<String, Object> operation(
            String type, UUID visit, UUID client, Instant written, Map<String, Object> body) {
        return Map.of(
                "operationId",
                Uuids.v7().toString(),
                "type",
                type,
                "visitId",
                visit,
                "clientId",
                client,
                "occurredAt",
                written.toString(),
                "body",
                body);
    }
}
