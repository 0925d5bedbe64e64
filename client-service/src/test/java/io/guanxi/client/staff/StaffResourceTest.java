package io.guanxi.client.staff;

import static io.guanxi.client.Bank.admin;
import static io.guanxi.client.Bank.as;
import static io.guanxi.client.Bank.rm;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
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
class StaffResourceTest {
    private static Bank bank;

    @Inject BusinessClock clock;

    @BeforeEach
    void bank() {
        bank = bank == null ? new Bank("STAFF") : bank;
    }

    @Test
    void registers_reads_and_changes_a_person() {
        admin().body(
                        Map.of(
                                "id",
                                "STAFF-1",
                                "staffNo",
                                "70001",
                                "name",
                                "Lin Yue",
                                "unitId",
                                bank.east,
                                "roles",
                                java.util.List.of("rm"),
                                "track",
                                "MARKET",
                                "bookType",
                                "PERSONAL",
                                "grade",
                                "RM-2",
                                "capacity",
                                380))
                .post("/staff")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("active", equalTo(true))
                .body("name", equalTo("Lin Yue"));
        admin().body("{\"supervisorId\":\"" + bank.eastSupervisor + "\",\"grade\":null}")
                .patch("/staff/STAFF-1")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("supervisorId", equalTo(bank.eastSupervisor))
                .body("grade", nullValue())
                .body("capacity", equalTo(380));
        rm(bank.lin).get("/staff/STAFF-1").then().statusCode(200).body("name", equalTo("Lin Yue"));
    }

    @Test
    void shows_a_person_as_they_were_and_what_was_recorded_of_them() {
        admin().body(
                        Map.of(
                                "id", "STAFF-5", "name", "Lu Min", "unitId", bank.east, "grade",
                                "RM-1"))
                .post("/staff")
                .then()
                .statusCode(201);
        Instant joined = clock.now();
        admin().body(Map.of("unitId", bank.west, "grade", "RM-2"))
                .patch("/staff/STAFF-5")
                .then()
                .statusCode(200);
        rm(bank.lin)
                .get("/staff/STAFF-5?asOf=" + joined)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("unitId", equalTo(bank.east))
                .body("name", equalTo("Lu Min"));
        rm(bank.lin)
                .get("/staff/STAFF-5/changes?from=" + joined)
                .then()
                .statusCode(200)
                .body("items.field", containsInAnyOrder("/unitId", "/grade"));
        rm(bank.lin)
                .get("/staff/STAFF-5/history")
                .then()
                .statusCode(200)
                .body("items.type", contains("staff-joined", "staff-changed"))
                .body("items[0].data.name", equalTo("Lu Min"));
        String operations = TestTokens.token("svc:noc", "operations");
        as(operations)
                .get("/staff/STAFF-5/history")
                .then()
                .statusCode(200)
                .body("items[0].data.name", nullValue())
                .body("items[0].data.staff.unitId", equalTo(bank.east));
        as(operations)
                .get("/staff/STAFF-5?knownAt=" + joined)
                .then()
                .statusCode(200)
                .body("name", nullValue());
    }

    @Test
    void operations_see_codes_and_no_names() {
        as(TestTokens.token("svc:noc", "operations"))
                .get("/staff/" + bank.lin)
                .then()
                .statusCode(200)
                .body("id", equalTo(bank.lin))
                .body("name", nullValue());
        as(TestTokens.token("svc:noc", "operations"))
                .get("/staff?unit=" + bank.west)
                .then()
                .statusCode(200)
                .body("items.id", containsInAnyOrder(bank.zhou, bank.westSupervisor))
                .body("items.name", containsInAnyOrder(nullValue(), nullValue()));
    }

    @Test
    void a_staff_number_belongs_to_one_person() {
        Map<String, Object> body =
                Map.of("id", "STAFF-2", "staffNo", "70002", "name", "A", "unitId", bank.east);
        admin().body(body).post("/staff").then().statusCode(201);
        admin().body(Map.of("id", "STAFF-3", "staffNo", "70002", "name", "B", "unitId", bank.east))
                .post("/staff")
                .then()
                .statusCode(409)
                .body("code", equalTo("staff.number-taken"));
        admin().body("{\"staffNo\":\"70003\"}").patch("/staff/STAFF-2").then().statusCode(200);
        admin().body(Map.of("id", "STAFF-3", "staffNo", "70002", "name", "B", "unitId", bank.east))
                .post("/staff")
                .then()
                .statusCode(201);
    }

    @Test
    void refuses_an_unknown_unit() {
        admin().body(Map.of("id", "STAFF-4", "name", "A", "unitId", "U-nil"))
                .post("/staff")
                .then()
                .statusCode(409)
                .body("code", equalTo("staff.unit-unknown"));
    }

    @Test
    void imports_lines_and_says_what_became_of_each() {
        String lines =
                """
                {"id":"STAFF-10","name":"A","unitId":"%1$s","roles":["rm"]}
                {"id":"STAFF-11","name":"B","unitId":"U-nil"}
                {"id":"STAFF-10","name":"A","unitId":"%1$s","roles":["rm"]}
                {"id":"STAFF-12","name":"C","unitId":"%1$s","shoe":43}
                not json
                """
                        .formatted(bank.east);
        as(TestTokens.system())
                .contentType("application/x-ndjson")
                .body(lines)
                .post("/staff/imports")
                .then()
                .statusCode(200)
                .body("lines", equalTo(5))
                .body("created", equalTo(1))
                .body("existing", equalTo(1))
                .body("refused", equalTo(1))
                .body("invalid", equalTo(2))
                .body("items[1].code", equalTo("staff.unit-unknown"))
                .body("items[3].errors[0].pointer", equalTo("/shoe"));
        rm("STAFF-10").get("/staff/STAFF-10").then().statusCode(200);
    }

    @Test
    void only_people_administration_changes_people() {
        rm(bank.lin)
                .body("{\"grade\":\"RM-9\"}")
                .patch("/staff/" + bank.lin)
                .then()
                .statusCode(403);
        rm(bank.lin)
                .contentType("application/x-ndjson")
                .body("{}")
                .post("/staff/imports")
                .then()
                .statusCode(403);
        rm(bank.lin)
                .get("/staff/S-nil")
                .then()
                .statusCode(404)
                .body("code", equalTo("staff.unknown"));
        admin().body("{}").patch("/staff/S-nil").then().statusCode(404);
        admin().body("{\"active\":false}").patch("/staff/" + bank.lin).then().statusCode(400);
    }
}
