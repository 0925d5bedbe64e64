package io.guanxi.visit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTokens;
import io.guanxi.visit.Published;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who reads which words of a visit, and the visit as it was. */
@QuarkusTest
@QuarkusTestResource(
        value = GuanxiTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "visit"))
class VisitPastTest extends PlanTest {

    @Test
    void a_person_is_given_the_words_audit_is_not_and_every_reading_is_noted() {
        UUID client = ownClient();
        UUID visit = planned(client);
        String path = "/clients/" + client;
        as(SUPERVISOR)
                .get(path + "/data-export")
                .then()
                .statusCode(200)
                .body("service", equalTo("visit-service"))
                .body("complete", equalTo(true))
                .body("things.find { it.id == '" + visit + "' }.kind", equalTo("visit"))
                .body(
                        "things.find { it.id == '" + visit + "' }.history[0].data.place.name",
                        equalTo("Head office"))
                .body("tables.visit.visit_id", contains(visit.toString()))
                .body("elsewhere.service", hasItem("scoring-service"));
        as(MANAGER).get(path + "/data-export").then().statusCode(403);
        as(OTHER_UNIT).get("/visits/" + visit).then().statusCode(404);
        as(MANAGER).get("/visits/" + visit).then().body("place.name", equalTo("Head office"));
        as(AUDITOR)
                .get("/visits/" + visit)
                .then()
                .statusCode(200)
                .body("purpose", equalTo("OFFER"))
                .body("place", nullValue());
        as(AUDITOR)
                .get("/visits/" + visit + "/history")
                .then()
                .statusCode(200)
                .body("items[0].data", not(hasKey("place")));
        as(AUDITOR)
                .get(path + "/reads")
                .then()
                .statusCode(200)
                .body("items.operation", contains("visit", "data-export"));
    }

    @Test
    void a_command_is_answered_with_a_reading_unless_it_makes_the_visit() {
        UUID client = ownClient();
        Map<String, Object> plan = plan(client);
        plan.put("id", Uuids.v7().toString());
        UUID visit = UUID.fromString((String) plan.get("id"));
        sending(MANAGER, plan).post("/visits").then().statusCode(201);
        assertThat(readings(client)).isZero();
        sending(MANAGER, plan).post("/visits").then().statusCode(201);
        assertThat(readings(client)).isEqualTo(1);
        patch(MANAGER, visit, Map.of()).then().statusCode(200);
        assertThat(readings(client)).isEqualTo(2);
        for (int times = 1; times <= 2; times++) {
            sending(MANAGER, Map.of())
                    .post("/visits/" + visit + "/confirmation")
                    .then()
                    .statusCode(200);
            assertThat(readings(client)).isEqualTo(2 + times);
        }
        sending(MANAGER, Map.of()).post("/visits/" + visit + "/start").then().statusCode(200);
        assertThat(readings(client)).isEqualTo(5);
    }

    private static int readings(UUID client) {
        return as(AUDITOR)
                .get("/clients/" + client + "/reads")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items")
                .size();
    }

    @Test
    void break_glass_opens_the_words_of_one_client_to_one_person_for_its_time() {
        UUID client = ownClient();
        UUID visit = planned(client);
        UUID other = planned(ownClient());
        Instant now = clock.now();
        Published.opened(client, "audit-2", now.minusSeconds(3600), now);
        Published.opened(client, "audit", now, now.plusSeconds(3600));
        Eventually.passes(
                PATIENCE,
                () ->
                        as(AUDITOR)
                                .get("/visits/" + visit)
                                .then()
                                .body("place.name", equalTo("Head office")));
        as(AUDITOR)
                .get("/visits/" + visit + "/history")
                .then()
                .body("items[0].data.place.name", equalTo("Head office"));
        as(AUDITOR)
                .get("/visits/" + visit + "/changes?from=" + now.minus(Duration.ofDays(1)))
                .then()
                .statusCode(200)
                .body("items.field", hasItem("/place/name"));
        as(AUDITOR).get("/visits/" + other).then().body("place", nullValue());
        as(TestTokens.token("audit-2", "auditor"))
                .get("/visits/" + visit)
                .then()
                .statusCode(200)
                .body("place", nullValue());
        as(AUDITOR)
                .get("/clients/" + client + "/reads")
                .then()
                .body("items.operation", hasItems("visit", "visit-history", "visit-changes"));
    }

    @Test
    void the_past_can_be_read() {
        UUID visit = planned(ownClient());
        Instant before = clock.now();
        Eventually.within(PATIENCE, () -> clock.now().isAfter(before));
        patch(MANAGER, visit, Map.of("purpose", "GIFT")).then().statusCode(200);
        as(MANAGER)
                .queryParam("knownAt", before.toString())
                .get("/visits/" + visit)
                .then()
                .statusCode(200)
                .body("purpose", equalTo("OFFER"));
        as(MANAGER)
                .get("/visits/" + visit + "/history")
                .then()
                .statusCode(200)
                .body("items.type", contains("visit-planned", "visit-changed"));
        as(MANAGER)
                .queryParam("from", before.toString())
                .get("/visits/" + visit + "/changes")
                .then()
                .statusCode(200)
                .body("items.find { it.field == '/purpose' }.after", equalTo("GIFT"));
        as(OTHER_UNIT).get("/visits/" + visit + "/history").then().statusCode(404);
        as(MANAGER)
                .queryParam("asOf", before.minus(Duration.ofDays(1)).toString())
                .get("/visits/" + visit)
                .then()
                .statusCode(404);
    }
}
