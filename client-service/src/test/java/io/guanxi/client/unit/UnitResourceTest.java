package io.guanxi.client.unit;

import static io.guanxi.client.Bank.admin;
import static io.guanxi.client.Bank.as;
import static io.guanxi.client.Bank.rm;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.guanxi.client.Bank;
import io.guanxi.client.OnRealServers;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class UnitResourceTest {
    private static Bank bank;

    @Inject BusinessClock clock;

    @BeforeEach
    void bank() {
        bank = bank == null ? new Bank("UNIT") : bank;
    }

    @Test
    void opens_reads_and_changes_a_unit() {
        admin().body(Map.of("id", "U-100", "name", "Team one", "parentId", bank.east))
                .post("/units")
                .then()
                .statusCode(201)
                .header("Location", containsString("/units/U-100"))
                .header("ETag", "\"1\"")
                .body("name", equalTo("Team one"));
        rm(bank.lin)
                .get("/units/U-100")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("parentId", equalTo(bank.east));
        admin().header("If-Match", "\"1\"")
                .body("{\"name\":\"Team 1\",\"parentId\":null}")
                .patch("/units/U-100")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", equalTo("Team 1"))
                .body("parentId", nullValue());
        admin().header("If-Match", "\"1\"")
                .body("{\"name\":\"Team I\"}")
                .patch("/units/U-100")
                .then()
                .statusCode(412)
                .body("code", equalTo("version.stale"));
    }

    @Test
    void shows_a_unit_as_it_was_and_what_was_recorded_of_it() {
        Instant before = clock.now();
        admin().body(Map.of("id", "U-110", "name", "Team east", "parentId", bank.east))
                .post("/units")
                .then()
                .statusCode(201);
        Instant opened = clock.now();
        admin().body(Map.of("parentId", bank.west)).patch("/units/U-110").then().statusCode(200);
        rm(bank.lin)
                .get("/units/U-110?asOf=" + opened)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("parentId", equalTo(bank.east));
        rm(bank.lin)
                .get("/units/U-110?knownAt=" + opened)
                .then()
                .body("parentId", equalTo(bank.east));
        rm(bank.lin).get("/units/U-110?asOf=" + before).then().statusCode(404);
        rm(bank.lin)
                .get("/units/U-110/history")
                .then()
                .statusCode(200)
                .body("items.type", contains("unit-opened", "unit-changed"))
                .body("items[1].data.unit.parentId", equalTo(bank.west));
        rm(bank.lin)
                .get("/units/U-110/changes?from=" + opened)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].field", equalTo("/parentId"))
                .body("items[0].after", equalTo(bank.west));
        rm(bank.lin).get("/units/U-nil/history").then().statusCode(404);
        rm(bank.lin).get("/units/U-nil/changes?from=" + opened).then().statusCode(404);
    }

    @Test
    void a_repeated_create_is_answered_as_the_first_time() {
        Map<String, Object> body = Map.of("id", "U-101", "name", "Team two");
        admin().body(body).post("/units").then().statusCode(201);
        admin().body(body)
                .post("/units")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
        admin().body(Map.of("id", "U-101", "name", "Another"))
                .post("/units")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency.mismatch"));
    }

    @Test
    void refuses_an_unknown_parent_and_a_circle() {
        admin().body(Map.of("id", "U-102", "name", "Nowhere", "parentId", "U-nil"))
                .post("/units")
                .then()
                .statusCode(409)
                .body("code", equalTo("unit.parent-unknown"));
        admin().body("{\"parentId\":\"" + bank.east + "\"}")
                .patch("/units/" + bank.headOffice)
                .then()
                .statusCode(409)
                .body("code", equalTo("unit.own-ancestor"));
    }

    @Test
    void lists_the_units_below_another_page_by_page() {
        rm(bank.lin)
                .get("/units?parent=" + bank.headOffice)
                .then()
                .statusCode(200)
                .body("items.id", containsInAnyOrder(bank.east, bank.west));
        String next =
                rm(bank.lin)
                        .get("/units?limit=1&parent=" + bank.headOffice)
                        .then()
                        .statusCode(200)
                        .header("Link", containsString("rel=\"next\""))
                        .body("items", hasSize(1))
                        .body("next", notNullValue())
                        .extract()
                        .path("next");
        rm(bank.lin)
                .get("/units?limit=1&parent=" + bank.headOffice + "&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.id[0]", equalTo(bank.west))
                .body("next", nullValue());
    }

    @Test
    void refuses_what_is_malformed() {
        admin().body("{\"id\":\"U-103\"}")
                .post("/units")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/name"));
        admin().body("{\"id\":\"U-103\",\"name\":\"x\",\"colour\":\"red\"}")
                .post("/units")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/colour"));
        admin().body("{\"colour\":\"red\"}")
                .patch("/units/" + bank.east)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/colour"));
        admin().body("{\"name\":7}")
                .patch("/units/" + bank.east)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/name"));
        admin().body("[]").patch("/units/" + bank.east).then().statusCode(400);
        admin().body("{").post("/units").then().statusCode(400);
        rm(bank.lin).get("/units?colour=red").then().statusCode(400);
        rm(bank.lin).get("/units?limit=0").then().statusCode(400);
    }

    @Test
    void only_people_administration_changes_the_tree() {
        Map<String, Object> body = Map.of("id", "U-104", "name", "Mine");
        rm(bank.lin).body(body).post("/units").then().statusCode(403);
        as(TestTokens.token(bank.head, "head")).body(body).post("/units").then().statusCode(403);
        rm(bank.lin).body("{}").patch("/units/" + bank.east).then().statusCode(403);
        given().get("/units").then().statusCode(401);
        rm(bank.lin)
                .get("/units/U-nil")
                .then()
                .statusCode(404)
                .body("code", equalTo("unit.unknown"));
        admin().body("{}").patch("/units/U-nil").then().statusCode(404);
    }
}
