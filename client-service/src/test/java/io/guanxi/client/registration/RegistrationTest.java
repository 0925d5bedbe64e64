package io.guanxi.client.registration;

import static io.guanxi.client.Bank.admin;
import static io.guanxi.client.Bank.assign;
import static io.guanxi.client.Bank.clientOf;
import static io.guanxi.client.Bank.organisation;
import static io.guanxi.client.Bank.rm;
import static io.guanxi.client.Bank.supervisor;
import static io.guanxi.client.Bank.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.guanxi.client.Bank;
import io.guanxi.client.OnRealServers;
import io.guanxi.contracts.Topics;
import io.guanxi.kit.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class RegistrationTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static Bank bank;

    @BeforeEach
    void bank() {
        bank = bank == null ? new Bank("REG") : bank;
    }

    @Test
    void a_managers_registration_is_the_managers_client() {
        rm(bank.lin)
                .body(organisation("Own Hospital"))
                .post("/clients")
                .then()
                .statusCode(201)
                .header("Location", containsString("/clients/"))
                .header("ETag", "\"2\"")
                .body("rmId", equalTo(bank.lin))
                .body("unitId", equalTo(bank.east));
    }

    @Test
    void a_supervisors_registration_is_nobodys_client() {
        supervisor(bank.eastSupervisor)
                .body(organisation("New Hospital"))
                .post("/clients")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("rmId", nullValue())
                .body("unitId", equalTo(bank.east));
        Map<String, Object> elsewhere = organisation("Far Hospital");
        elsewhere.put("unitId", bank.west);
        supervisor(bank.eastSupervisor)
                .body(elsewhere)
                .post("/clients")
                .then()
                .statusCode(409)
                .body("code", equalTo("client.unit-unknown"));
    }

    @Test
    void a_repeated_registration_is_answered_as_the_first_time() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = organisation("Twice Hospital");
        String first =
                rm(bank.lin)
                        .header("Idempotency-Key", key)
                        .body(body)
                        .post("/clients")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        rm(bank.lin)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/clients")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first));
        rm(bank.lin)
                .header("Idempotency-Key", key)
                .body(organisation("Third Hospital"))
                .post("/clients")
                .then()
                .statusCode(422);
        body.put("id", first);
        rm(bank.chen)
                .body(body)
                .post("/clients")
                .then()
                .statusCode(409)
                .body("code", equalTo("client.id-taken"));
    }

    @Test
    void TI_09_a_manager_registers_nobody_as_a_good_C_client() {
        Map<String, Object> body = organisation("Good School");
        body.put("flags", List.of("QUALITY_C"));
        rm(bank.lin)
                .body(body)
                .post("/clients")
                .then()
                .statusCode(403)
                .body("code", equalTo("flag.needs-supervisor"));
        supervisor(bank.eastSupervisor).body(body).post("/clients").then().statusCode(201);
    }

    @Test
    void a_repeat_shows_nothing_of_a_client_that_has_passed_to_another() {
        Map<String, Object> body = organisation("Passed Hospital");
        body.put("id", UUID.randomUUID().toString());
        rm(bank.lin).body(body).post("/clients").then().statusCode(201);
        String path = "/clients/" + body.get("id");
        assign(supervisor(bank.eastSupervisor), bank.chen)
                .put(path + "/relationship-manager")
                .then()
                .statusCode(200);
        rm(bank.lin)
                .body(body)
                .post("/clients")
                .then()
                .statusCode(404)
                .body("code", equalTo("client.unknown"));
        assign(supervisor(bank.eastSupervisor), bank.lin)
                .put(path + "/relationship-manager")
                .then()
                .statusCode(200);
        rm(bank.lin)
                .body(body)
                .post("/clients")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
    }

    @Test
    void a_client_known_elsewhere_is_refused_without_an_id_and_reported() {
        Map<String, Object> body = organisation("Known Hospital");
        body.put("identifiers", Map.of("uscc", "91350100M000100Y43"));
        String id =
                rm(bank.zhou)
                        .body(body)
                        .post("/clients")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        rm(bank.lin)
                .body(body)
                .post("/clients")
                .then()
                .statusCode(409)
                .body("code", equalTo("client.duplicate"))
                .body("detail", not(containsString(id)));
        rm(bank.zhou)
                .body(body)
                .post("/clients")
                .then()
                .statusCode(409)
                .body("code", equalTo("client.duplicate"))
                .body("detail", containsString(id));
        List<TestTopics.Message> reports =
                TestTopics.await(
                        Topics.CLIENTS,
                        GENEROUS,
                        1,
                        m -> id.equals(m.key()) && m.type().endsWith("duplicate-reported.v1"));
        assertThat(reports).hasSize(1);
        assertThat(reports.getFirst().value())
                .contains("USCC")
                .contains(bank.lin)
                .doesNotContain("91350100M000100Y43");
    }

    @Test
    void an_external_number_belongs_to_one_client() {
        Map<String, Object> body = organisation("Numbered Hospital");
        body.put("externalIds", List.of(Map.of("system", "core", "value", "R-1")));
        String id =
                rm(bank.lin)
                        .body(body)
                        .post("/clients")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        rm(bank.lin).body(body).post("/clients").then().statusCode(409);
        rm(bank.lin).body("{\"externalIds\":[]}").patch("/clients/" + id).then().statusCode(200);
        rm(bank.lin).body(body).post("/clients").then().statusCode(201);
    }

    @Test
    void a_parent_must_be_a_client_one_may_see() {
        Map<String, Object> body = organisation("Daughter");
        body.put("parentId", clientOf(bank.zhou, "Foreign mother"));
        rm(bank.lin)
                .body(body)
                .post("/clients")
                .then()
                .statusCode(409)
                .body("code", equalTo("client.parent-unknown"));
        body.put("parentId", clientOf(bank.lin, "Mother"));
        rm(bank.lin).body(body).post("/clients").then().statusCode(201);
    }

    @Test
    void refuses_what_is_malformed_and_who_may_not() {
        rm(bank.lin)
                .body("{\"kind\":\"ROBOT\",\"name\":\"x\"}")
                .post("/clients")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/kind"));
        rm(bank.lin).body("{\"kind\":\"PERSON\"}").post("/clients").then().statusCode(400);
        rm(bank.lin)
                .body("{\"kind\":\"PERSON\",\"name\":\"x\",\"identifiers\":{\"lei\":\"1\"}}")
                .post("/clients")
                .then()
                .statusCode(400);
        rm(bank.lin)
                .body(
                        """
                        {"kind":"PERSON","name":"x",
                         "externalIds":[{"system":"core","value":"Wang Fang"}]}
                        """)
                .post("/clients")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/externalIds/0/value"));
        system().body(organisation("Nowhere"))
                .post("/clients")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/unitId"));
        admin().body(organisation("Admin's")).post("/clients").then().statusCode(403);
    }
}
