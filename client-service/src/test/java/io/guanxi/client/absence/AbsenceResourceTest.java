package io.guanxi.client.absence;

import static io.guanxi.client.Bank.admin;
import static io.guanxi.client.Bank.clientOf;
import static io.guanxi.client.Bank.rm;
import static io.guanxi.client.Bank.supervisor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.guanxi.client.Bank;
import io.guanxi.client.OnRealServers;
import io.guanxi.contracts.Topics;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class AbsenceResourceTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static Bank bank;

    @Inject BusinessClock clock;

    @BeforeEach
    void bank() {
        bank = bank == null ? new Bank("AWAY") : bank;
    }

    @Test
    void PR_10_the_cover_sees_the_book_while_it_lasts() {
        UUID client = clientOf(bank.lin, "Sometimes Covered Hospital");
        Instant now = clock.now();
        rm(bank.chen).get("/clients/" + client).then().statusCode(404);
        String id =
                rm(bank.lin)
                        .body(absence(bank.lin, now, now.plusSeconds(7200), bank.chen))
                        .post("/absences")
                        .then()
                        .statusCode(201)
                        .body("state", equalTo("ACTIVE"))
                        .extract()
                        .path("id");
        rm(bank.chen).get("/clients/" + client).then().statusCode(200);
        rm(bank.chen).get("/clients").then().body("items.id", hasItem(client.toString()));
        rm(bank.chen).get("/absences/" + id).then().statusCode(200);
        rm(bank.zhou).get("/absences/" + id).then().statusCode(404);
        rm(bank.chen).delete("/absences/" + id).then().statusCode(404);
        assertThat(
                        TestTopics.await(
                                Topics.DIRECTORY,
                                GENEROUS,
                                1,
                                m ->
                                        m.type().endsWith("absence-changed.v1")
                                                && m.value().contains(id)))
                .isNotEmpty();
        rm(bank.lin)
                .delete("/absences/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
        String change = "/absences/" + id + "/changes?from=" + now.minusSeconds(1);
        for (String who : List.of(bank.lin, bank.chen)) {
            rm(who).get("/absences/" + id + "/history")
                    .then()
                    .statusCode(200)
                    .body("items.type", contains("absence-recorded", "absence-cancelled"));
            rm(who).get(change)
                    .then()
                    .statusCode(200)
                    .body("items.find { it.field == '/state' }.after", equalTo("CANCELLED"));
        }
        Instant end = Instant.parse(rm(bank.lin).get("/absences/" + id).path("to"));
        assertThat(end).isBetween(now, clock.now());
        rm(bank.zhou).get("/absences/" + id + "/history").then().statusCode(404);
        rm(bank.zhou).get(change).then().statusCode(404);
        rm(bank.chen).get("/clients/" + client).then().statusCode(404);
        rm(bank.chen).get("/clients").then().body("items.id", not(hasItem(client.toString())));
    }

    @Test
    void a_cover_that_is_over_or_yet_to_come_opens_nothing() {
        UUID client = clientOf(bank.lin, "Not Covered Hospital");
        Instant now = clock.now();
        for (Map<String, Object> body :
                java.util.List.of(
                        absence(bank.lin, now.minusSeconds(7200), now, bank.chen),
                        absence(bank.lin, now.plusSeconds(3600), now.plusSeconds(7200), null))) {
            rm(bank.lin).body(body).post("/absences").then().statusCode(201);
        }
        rm(bank.chen).get("/clients/" + client).then().statusCode(404);
    }

    @Test
    void without_a_cover_the_supervisor_covers() {
        Instant now = clock.now();
        supervisor(bank.eastSupervisor)
                .body(absence(bank.chen, now, now.plusSeconds(60), null))
                .post("/absences")
                .then()
                .statusCode(201)
                .body("coverId", equalTo(bank.eastSupervisor));
    }

    @Test
    void refuses_what_cannot_be() {
        Instant now = clock.now();
        Instant later = now.plusSeconds(60);
        rm(bank.lin)
                .body(absence(bank.lin, now, later, bank.zhou))
                .post("/absences")
                .then()
                .statusCode(409)
                .body("code", equalTo("absence.cover-outside-unit"));
        supervisor(bank.eastSupervisor)
                .body(absence(bank.lin, now, later, "S-nil"))
                .post("/absences")
                .then()
                .statusCode(409)
                .body("code", equalTo("absence.cover-unknown"));
        rm(bank.lin)
                .body(absence(bank.chen, now, later, null))
                .post("/absences")
                .then()
                .statusCode(404)
                .body("code", equalTo("staff.unknown"));
        admin().body(absence(bank.lin, later, now, null)).post("/absences").then().statusCode(400);
    }

    private static Map<String, Object> absence(
            String staff, Instant from, Instant to, String cover) {
        Map<String, Object> body =
                new HashMap<>(
                        Map.of(
                                "staffId",
                                staff,
                                "from",
                                from.toString(),
                                "to",
                                to.toString(),
                                "reason",
                                "LEAVE"));
        body.put("coverId", cover);
        return body;
    }
}
