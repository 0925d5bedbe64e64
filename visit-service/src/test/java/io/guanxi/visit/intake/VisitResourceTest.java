package io.guanxi.visit.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTokens;
import io.guanxi.kit.testing.TestTopics;
import io.guanxi.visit.Published;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = GuanxiTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "visit"))
class VisitResourceTest extends PlanTest {

    @Test
    void a_visit_is_planned_read_and_published() {
        UUID client = ownClient();
        String location =
                sending(MANAGER, plan(client))
                        .post("/visits")
                        .then()
                        .statusCode(201)
                        .header("ETag", "\"1\"")
                        .body("state", equalTo("PLANNED"))
                        .body("rmId", equalTo("S-0001"))
                        .body("adHoc", equalTo(false))
                        .extract()
                        .header("Location");

        as(MANAGER)
                .get(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("place.name", equalTo("Head office"))
                .body("purpose", equalTo("OFFER"));
        UUID visit = id(location);
        List<TestTopics.Message> events =
                Eventually.get(
                        PATIENCE,
                        () -> {
                            List<TestTopics.Message> found = published(visit);
                            return found.isEmpty() ? null : found;
                        });
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().type()).isEqualTo("io.guanxi.visit-planned.v1");
        assertThat(events.getFirst().key()).isEqualTo(client.toString());
        assertThat(events.getFirst().value()).doesNotContain("Head office");
    }

    @Test
    void a_chosen_id_makes_a_plan_safe_to_repeat() {
        UUID id = Uuids.v7();
        Map<String, Object> plan = plan(ownClient());
        plan.put("id", id);
        sending(MANAGER, plan).post("/visits").then().statusCode(201);
        sending(MANAGER, plan)
                .post("/visits")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", not(nullValue()));
        plan.put("purpose", "GIFT");
        sending(MANAGER, plan)
                .post("/visits")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency.mismatch"));
    }

    @Test
    void a_foreign_client_looks_like_an_unknown_one() {
        UUID foreign = clientOf("S-0007", "U-002");
        for (UUID client : List.of(foreign, Uuids.v7())) {
            sending(MANAGER, plan(client))
                    .post("/visits")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("client.unknown"));
        }
        sending(OTHER_UNIT, plan(foreign)).post("/visits").then().statusCode(201);
    }

    @Test
    void who_may_plan_read_and_change() {
        UUID client = ownClient();
        UUID visit = planned(client);
        for (String token : List.of(MANAGER, SUPERVISOR, SYSTEM, AUDITOR)) {
            as(token).get("/visits/" + visit).then().statusCode(200);
        }
        for (String token : List.of(COLLEAGUE, OTHER_UNIT)) {
            as(token)
                    .get("/visits/" + visit)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("visit.unknown"));
            patch(token, visit, Map.of("purpose", "GIFT")).then().statusCode(404);
            sending(token, Map.of())
                    .post("/visits/" + visit + "/confirmation")
                    .then()
                    .statusCode(404);
        }
        as(OPERATIONS).get("/visits/" + visit).then().statusCode(403);
        as(TestTokens.admin()).get("/visits/" + visit).then().statusCode(403);
        given().get("/visits/" + visit).then().statusCode(401);
        patch(AUDITOR, visit, Map.of("purpose", "GIFT")).then().statusCode(403);
        as(MANAGER).get("/visits/" + Uuids.v7()).then().statusCode(404);
        as(MANAGER)
                .get("/visits/no-id")
                .then()
                .statusCode(404)
                .body("code", equalTo("visit.unknown"));
    }

    @Test
    void a_supervisor_plans_for_a_manager_of_the_unit_and_nobody_for_a_stranger() {
        Map<String, Object> plan = plan(ownClient());
        plan.put("rmId", "S-0001");
        sending(SUPERVISOR, plan).post("/visits").then().statusCode(201);
        plan.put("rmId", "S-0007");
        sending(SUPERVISOR, plan)
                .post("/visits")
                .then()
                .statusCode(403)
                .body("code", equalTo("visitor.not-yours"));
        plan.put("rmId", "S-9999");
        sending(SYSTEM, plan)
                .post("/visits")
                .then()
                .statusCode(422)
                .body("code", equalTo("staff.unknown"));
        plan.remove("rmId");
        sending(SYSTEM, plan).post("/visits").then().statusCode(400);
    }

    @Test
    void VI_03_a_visit_planned_at_the_last_minute_is_ad_hoc() {
        Map<String, Object> plan = plan(ownClient());
        Instant soon = clock.now().plusSeconds(300);
        plan.put("startsAt", soon.toString());
        plan.put("endsAt", soon.plusSeconds(1800).toString());
        sending(MANAGER, plan).post("/visits").then().statusCode(201).body("adHoc", equalTo(true));
    }

    @Test
    void a_change_is_a_merge_patch_and_a_stale_version_is_told() {
        UUID visit = planned(ownClient());
        patch(MANAGER, visit, Map.of("purpose", "GIFT"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("purpose", equalTo("GIFT"))
                .body("place.name", equalTo("Head office"));
        as(MANAGER)
                .header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body(Map.of("purpose", "OFFER"))
                .patch("/visits/" + visit)
                .then()
                .statusCode(412)
                .body("code", equalTo("version.stale"));
        as(MANAGER)
                .header("If-Match", "\"2\"")
                .contentType("application/merge-patch+json")
                .body("{\"place\":null}")
                .patch("/visits/" + visit)
                .then()
                .statusCode(200)
                .body("place", nullValue());
    }

    @Test
    void bad_input_is_answered_400_with_its_place() {
        UUID client = ownClient();
        Map<String, Object> plan = plan(client);
        plan.remove("startsAt");
        sending(MANAGER, plan)
                .post("/visits")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/startsAt"));
        plan = plan(client);
        plan.put("mood", "good");
        sending(MANAGER, plan)
                .post("/visits")
                .then()
                .statusCode(400)
                .body("code", equalTo("field.unknown"))
                .body("errors.pointer", hasItem("/mood"));
        plan = plan(client);
        plan.put("purpose", "Mr Wang's birthday");
        sending(MANAGER, plan).post("/visits").then().statusCode(400);
        sending(MANAGER, "{").post("/visits").then().statusCode(400);
        UUID visit = planned(client);
        sending(MANAGER, "{\"startsAt\":null}").patch("/visits/" + visit).then().statusCode(400);
        sending(MANAGER, "{\"clientId\":\"" + client + "\"}")
                .patch("/visits/" + visit)
                .then()
                .statusCode(400);
        as(MANAGER).delete("/visits/" + visit).then().statusCode(405);
        as(MANAGER).get("/visits?colour=red").then().statusCode(400);
        as(MANAGER).get("/visits?state=GREEN").then().statusCode(400);
        as(MANAGER).get("/visits?cursor=nonsense").then().statusCode(400);
    }

    @Test
    void a_visit_that_ends_before_it_begins_is_refused() {
        Map<String, Object> plan = plan(ownClient());
        plan.put("endsAt", plan.get("startsAt"));
        sending(MANAGER, plan)
                .post("/visits")
                .then()
                .statusCode(409)
                .body("code", equalTo("visit.ends-before-it-begins"));
    }

    @Test
    void a_visit_is_confirmed_then_called_off_then_over() {
        UUID visit = planned(ownClient());
        sending(MANAGER, Map.of("note", "by phone"))
                .post("/visits/" + visit + "/confirmation")
                .then()
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"));
        sending(MANAGER, Map.of("reasonCode", "CLIENT_BUSY"))
                .post("/visits/" + visit + "/cancellation")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("cancellation.reasonCode", equalTo("CLIENT_BUSY"));
        sending(MANAGER, Map.of())
                .post("/visits/" + visit + "/confirmation")
                .then()
                .statusCode(409)
                .body("code", equalTo("visit.already-closed"));
    }

    @Test
    void a_list_is_paged_filtered_and_by_the_book() {
        UUID client = ownClient();
        for (int i = 0; i < 3; i++) {
            planned(client);
        }
        String next =
                as(MANAGER)
                        .queryParam("client", client)
                        .queryParam("limit", 2)
                        .get("/visits")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(2))
                        .header("Link", notNullValue())
                        .extract()
                        .path("next");
        as(MANAGER)
                .queryParam("client", client)
                .queryParam("limit", 2)
                .queryParam("cursor", next)
                .get("/visits")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", nullValue());
        as(SUPERVISOR)
                .queryParam("client", client)
                .queryParam("unit", "U-000")
                .queryParam("state", "PLANNED")
                .get("/visits")
                .then()
                .body("items", hasSize(3));
        as(COLLEAGUE)
                .queryParam("client", client)
                .get("/visits")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void after_a_handover_the_new_owner_reads_and_the_old_one_does_not() {
        UUID client = ownClient();
        UUID visit = planned(client);
        Published.owned(client, "S-0004", "S-0001", "U-001", clock.now());
        Eventually.within(
                PATIENCE, () -> book.client(client).orElseThrow().rmId().equals("S-0004"));
        as(MANAGER).get("/visits/" + visit).then().statusCode(404);
        as(COLLEAGUE).get("/visits/" + visit).then().statusCode(200);
    }
}
