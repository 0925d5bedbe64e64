package io.guanxi.visit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTopics;
import io.guanxi.visit.Published;
import io.guanxi.visit.ServiceTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = GuanxiTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "visit"))
class ReportResourceTest extends ServiceTest {

    @Test
    void a_log_of_an_unknown_visit_makes_an_ad_hoc_one_and_says_nothing_in_public() {
        UUID visit = Uuids.v7();
        UUID client = ownClient();
        sending(MANAGER, log(client, daysAgo(0)))
                .post("/visits/" + visit + "/log")
                .then()
                .statusCode(201)
                .body("state", equalTo("LOGGED"))
                .body("adHoc", equalTo(true))
                .body("log.feedback", equalTo("Frau Müller wants an offer"))
                .body("log.needs[0].amount.amount", equalTo("1500.00"))
                .body("log.followUps[0].what", equalTo("send the offer"));
        List<TestTopics.Message> events =
                Eventually.get(
                        PATIENCE,
                        () -> {
                            List<TestTopics.Message> found = published(visit);
                            return found.size() >= 2 ? found : null;
                        });
        assertThat(events.stream().map(TestTopics.Message::type))
                .startsWith("io.guanxi.visit-planned.v1", "io.guanxi.visit-logged.v1");
        assertThat(events).noneMatch(e -> e.value().contains("ller"));
        assertThat(events).noneMatch(e -> e.value().contains("send the offer"));
    }

    @Test
    void reports_are_never_refused_whatever_the_state() {
        UUID visit = Uuids.v7();
        UUID client = ownClient();
        Map<String, Object> start = Map.of("clientId", client, "occurredAt", daysAgo(1).toString());
        sending(MANAGER, log(client, daysAgo(1)))
                .post("/visits/" + visit + "/log")
                .then()
                .statusCode(201);
        sending(MANAGER, start).post("/visits/" + visit + "/start").then().statusCode(200);
        sending(MANAGER, Map.of()).post("/visits/" + visit + "/no-show").then().statusCode(200);
        sending(MANAGER, log(client, daysAgo(1)))
                .post("/visits/" + visit + "/log")
                .then()
                .statusCode(200)
                .body("state", equalTo("LOGGED"));
        as(MANAGER)
                .queryParam("client", client)
                .get("/visits")
                .then()
                .body("items[0].flags", hasItem("AFTER_LOG"))
                .body("items[0].flags", hasItem("REPEATED"));
    }

    @Test
    void a_report_later_than_a_day_is_late() {
        UUID client = ownClient();
        sending(MANAGER, log(client, daysAgo(2)))
                .post("/visits/" + Uuids.v7() + "/log")
                .then()
                .statusCode(201)
                .body("log.late", equalTo(true));
    }

    @Test
    void a_visit_is_recorded_by_whoever_owned_the_client_then() {
        UUID client = clientOf("S-0001", "U-001", daysAgo(30));
        Published.owned(client, "S-0004", "S-0001", "U-001", daysAgo(10));
        Eventually.within(
                PATIENCE, () -> book.client(client).orElseThrow().rmId().equals("S-0004"));

        sending(MANAGER, log(client, daysAgo(12)))
                .post("/visits/" + Uuids.v7() + "/log")
                .then()
                .statusCode(201);
        sending(MANAGER, log(client, daysAgo(5)))
                .post("/visits/" + Uuids.v7() + "/log")
                .then()
                .statusCode(404)
                .body("code", equalTo("client.unknown"));
        sending(COLLEAGUE, log(client, daysAgo(5)))
                .post("/visits/" + Uuids.v7() + "/log")
                .then()
                .statusCode(201);
        sending(SUPERVISOR, log(client, daysAgo(5)))
                .post("/visits/" + Uuids.v7() + "/log")
                .then()
                .statusCode(201);
    }

    @Test
    void who_may_report_of_a_client_but_no_longer_read_is_told_of_no_words() {
        UUID client = clientOf("S-0001", "U-001", daysAgo(30));
        UUID visit = Uuids.v7();
        String key = Uuids.v7().toString();
        Map<String, Object> log = log(client, daysAgo(12));
        sending(MANAGER, log)
                .header("Idempotency-Key", key)
                .post("/visits/" + visit + "/log")
                .then()
                .statusCode(201)
                .body("log.attendees", contains("Frau Müller"));
        Published.owned(client, "S-0004", "S-0001", "U-001", daysAgo(10));
        Eventually.within(
                PATIENCE, () -> book.client(client).orElseThrow().rmId().equals("S-0004"));
        Map<String, Object> start =
                Map.of("clientId", client, "occurredAt", daysAgo(12).toString());
        Map<String, String> reference = Map.of("id", visit.toString(), "state", "LOGGED");

        sending(MANAGER, start)
                .post("/visits/" + visit + "/start")
                .then()
                .statusCode(200)
                .body("$", equalTo(reference));
        sending(MANAGER, log)
                .header("Idempotency-Key", key)
                .post("/visits/" + visit + "/log")
                .then()
                .header("Idempotency-Replayed", "true")
                .body("$", equalTo(reference));
        sending(SUPERVISOR, start)
                .post("/visits/" + visit + "/start")
                .then()
                .statusCode(200)
                .body("log.attendees", contains("Frau Müller"));
    }

    @Test
    void nobody_gets_into_a_book_by_naming_oneself() {
        UUID client = ownClient();
        UUID visit = Uuids.v7();
        Map<String, Object> log = log(client, daysAgo(1));
        log.put("rmId", "S-0001");
        sending(OTHER_UNIT, log)
                .post("/visits/" + visit + "/log")
                .then()
                .statusCode(404)
                .body("code", equalTo("client.unknown"));
    }

    @Test
    void a_joint_visitor_may_report_a_visit_planned_together() {
        UUID client = ownClient();
        Instant startsAt = clock.now().plusSeconds(3600);
        String location =
                sending(
                                MANAGER,
                                Map.of(
                                        "clientId",
                                        client,
                                        "startsAt",
                                        startsAt.toString(),
                                        "endsAt",
                                        startsAt.plusSeconds(3600).toString(),
                                        "joint",
                                        List.of("S-0007")))
                        .post("/visits")
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("Location");
        sending(OTHER_UNIT, Map.of("durationMinutes", 30))
                .post(location + "/log")
                .then()
                .statusCode(200);
        sending(COLLEAGUE, Map.of("durationMinutes", 30))
                .post(location + "/log")
                .then()
                .statusCode(404)
                .body("code", equalTo("visit.unknown"));
    }

    @Test
    void of_a_visit_nobody_knows_it_must_be_said_whose_it_was() {
        sending(MANAGER, Map.of("durationMinutes", 30))
                .post("/visits/" + Uuids.v7() + "/log")
                .then()
                .statusCode(404)
                .body("code", equalTo("visit.unknown"));
        sending(MANAGER, Map.of("durationMinutes", -1))
                .post("/visits/" + Uuids.v7() + "/log")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/durationMinutes"));
    }

    @Test
    void the_channel_of_a_visit_nobody_planned_is_not_guessed() {
        UUID client = ownClient();
        UUID visit = Uuids.v7();
        Map<String, Object> log = log(client, daysAgo(0));
        log.remove("channel");
        for (int times = 0; times < 2; times++) {
            sending(MANAGER, log)
                    .post("/visits/" + visit + "/log")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("field.invalid"))
                    .body("errors.pointer", contains("/channel"));
            sending(MANAGER, Map.of("clientId", client, "occurredAt", daysAgo(0).toString()))
                    .post("/visits/" + visit + "/start")
                    .then()
                    .body("state", equalTo("STARTED"));
        }
        log.put("channel", "PHONE");
        sending(MANAGER, log)
                .post("/visits/" + visit + "/log")
                .then()
                .statusCode(200)
                .body("log.channel", equalTo("PHONE"));
    }

    @Test
    void a_visit_while_nobody_owned_the_client_is_the_units_supervisor_s_to_report() {
        UUID client = clientOf(null, "U-001", daysAgo(30));
        Published.owned(client, "S-0001", null, "U-001", daysAgo(10));
        Eventually.within(
                PATIENCE, () -> "S-0001".equals(book.client(client).orElseThrow().rmId()));

        sending(SUPERVISOR, log(client, daysAgo(20)))
                .post("/visits/" + Uuids.v7() + "/log")
                .then()
                .statusCode(201);
        sending(MANAGER, log(client, daysAgo(20)))
                .post("/visits/" + Uuids.v7() + "/log")
                .then()
                .statusCode(404);
    }

    @Test
    void who_may_not_record_may_not_report() {
        sending(OPERATIONS, Map.of("durationMinutes", 30))
                .post("/visits/" + Uuids.v7() + "/log")
                .then()
                .statusCode(403);
    }

    static Map<String, Object> log(UUID client, Instant at) {
        Map<String, Object> log = new HashMap<>();
        log.put("clientId", client);
        log.put("channel", "FACE_TO_FACE");
        log.put("occurredAt", at.toString());
        log.put("durationMinutes", 45);
        log.put("attendees", List.of("Frau Müller"));
        log.put("topics", List.of("loan"));
        log.put(
                "needs",
                List.of(
                        Map.of(
                                "category",
                                "LOAN",
                                "amount",
                                Map.of("amount", "1500.00", "currency", "CNY"))));
        log.put("feedback", "Frau Müller wants an offer");
        log.put("followUps", List.of(Map.of("what", "send the offer", "due", "2026-12-20")));
        return log;
    }
}
