package io.guanxi.client.client;

import static io.guanxi.client.Bank.admin;
import static io.guanxi.client.Bank.as;
import static io.guanxi.client.Bank.assign;
import static io.guanxi.client.Bank.clientOf;
import static io.guanxi.client.Bank.clientOfUnit;
import static io.guanxi.client.Bank.rm;
import static io.guanxi.client.Bank.supervisor;
import static io.guanxi.client.Bank.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.guanxi.client.Bank;
import io.guanxi.client.OnRealServers;
import io.guanxi.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class ClientResourceTest {
    private static Bank bank;

    @BeforeEach
    void bank() {
        bank = bank == null ? new Bank("CLIENT") : bank;
    }

    @Test
    void shows_the_same_card_to_all_who_serve_the_client_and_nobody_else() {
        UUID id = clientOf(bank.lin, "Card Hospital");
        String path = "/clients/" + id;
        rm(bank.lin)
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", equalTo("Card Hospital"))
                .body("rmId", equalTo(bank.lin))
                .body("unitId", equalTo(bank.east))
                .body("stage", equalTo("POTENTIAL"))
                .body("tier", nullValue())
                .body("lastContact", nullValue());
        supervisor(bank.eastSupervisor).get(path).then().statusCode(200);
        as(TestTokens.token(bank.head, "head")).get(path).then().statusCode(200);
        system().get(path).then().statusCode(200);
        as(TestTokens.token("svc:audit", "auditor")).get(path).then().statusCode(200);

        rm(bank.chen).get(path).then().statusCode(404).body("code", equalTo("client.unknown"));
        rm(bank.zhou).get(path).then().statusCode(404);
        supervisor(bank.westSupervisor).get(path).then().statusCode(404);
        admin().get(path).then().statusCode(403);
        as(TestTokens.token("svc:noc", "operations")).get(path).then().statusCode(403);
    }

    @Test
    void a_foreign_client_looks_like_one_that_does_not_exist() {
        UUID foreign = clientOf(bank.zhou, "Foreign Hospital");
        for (String id : List.of(foreign.toString(), UUID.randomUUID().toString(), "no-uuid")) {
            rm(bank.lin)
                    .get("/clients/" + id)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("client.unknown"));
            rm(bank.lin)
                    .body("{\"segment\":\"SCHOOL\"}")
                    .patch("/clients/" + id)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("client.unknown"));
        }
    }

    @Test
    void a_client_nobody_owns_is_the_supervisors_to_see() {
        UUID id = clientOfUnit(bank.east, "Unowned Hospital");
        supervisor(bank.eastSupervisor)
                .get("/clients/" + id)
                .then()
                .statusCode(200)
                .body("rmId", nullValue());
        rm(bank.lin).get("/clients/" + id).then().statusCode(404);
        supervisor(bank.westSupervisor).get("/clients/" + id).then().statusCode(404);
    }

    @Test
    void audit_reads_codes_of_a_person() {
        String id =
                rm(bank.lin)
                        .body("{\"kind\":\"PERSON\",\"name\":\"Wang Fang\",\"referrer\":\"Li\"}")
                        .post("/clients")
                        .then()
                        .statusCode(201)
                        .body("name", equalTo("Wang Fang"))
                        .extract()
                        .path("id");
        as(TestTokens.token("svc:audit", "auditor"))
                .get("/clients/" + id)
                .then()
                .statusCode(200)
                .body("kind", equalTo("PERSON"))
                .body("name", nullValue())
                .body("referrer", nullValue());
    }

    @Test
    void merges_a_patch_into_what_is_known() {
        UUID id = clientOf(bank.lin, "Patch Hospital");
        rm(bank.lin)
                .header("If-Match", "\"2\"")
                .body(
                        """
                        {"segment":null,"flags":["CORE"],"externalIds":[{"system":"core","value":"77"}],
                         "address":{"line":"1 Harbour Road","point":{"latitude":31.23,"longitude":121.47}},
                         "profile":{"staff":{"doctors":120,"nurses":300}}}
                        """)
                .patch("/clients/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("segment", nullValue())
                .body("flags", contains("CORE"))
                .body("address.line", equalTo("1 Harbour Road"))
                .body("profile.staff.nurses", equalTo(300));
        rm(bank.lin)
                .body("{\"profile\":{\"staff\":{\"nurses\":null}}}")
                .patch("/clients/" + id)
                .then()
                .statusCode(200)
                .body("profile.staff.doctors", equalTo(120))
                .body("profile.staff.nurses", nullValue());
        rm(bank.lin)
                .header("If-Match", "\"2\"")
                .body("{\"segment\":\"SCHOOL\"}")
                .patch("/clients/" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void TI_09_a_good_C_client_is_marked_by_a_supervisor_alone() {
        UUID id = clientOf(bank.lin, "Good Hospital");
        String marked = "{\"flags\":[\"CORE\",\"QUALITY_C\"]}";
        String plain = "{\"flags\":[\"CORE\"]}";
        supervisor(bank.eastSupervisor).body(plain).patch("/clients/" + id).then().statusCode(200);
        for (String flags : List.of(marked, plain)) {
            rm(bank.lin)
                    .body(flags)
                    .patch("/clients/" + id)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("flag.needs-supervisor"));
            supervisor(bank.eastSupervisor)
                    .body(flags)
                    .patch("/clients/" + id)
                    .then()
                    .statusCode(200);
            rm(bank.lin).body(flags).patch("/clients/" + id).then().statusCode(200);
        }
    }

    @Test
    void a_command_that_changes_nothing_is_a_reading_like_any_other() {
        UUID id = clientOf(bank.lin, "Quiet Hospital");
        int before = readings(id);
        rm(bank.lin).body("{}").patch("/clients/" + id).then().statusCode(200);
        assertThat(readings(id)).isEqualTo(before + 1);
        assign(rm(bank.lin), bank.lin)
                .put("/clients/" + id + "/relationship-manager")
                .then()
                .statusCode(200);
        assertThat(readings(id)).isEqualTo(before + 2);
    }

    private static int readings(UUID id) {
        return as(TestTokens.token("svc:audit", "auditor"))
                .get("/clients/" + id + "/reads")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items")
                .size();
    }

    @Test
    void refuses_a_patch_that_is_malformed_or_against_a_rule() {
        UUID id = clientOf(bank.lin, "Rigid Hospital");
        for (String patch :
                List.of(
                        "{\"name\":null}",
                        "{\"stage\":\"MATURITY\"}",
                        "{\"rmId\":\"S-1\"}",
                        "{\"flags\":[\"SHINY\"]}",
                        "{\"identifiers\":{\"uscc\":\"91350100M000100Y44\"}}",
                        "{\"address\":{\"line\":\"x\",\"point\":{\"latitude\":91,\"longitude\":0}}}",
                        "{\"profile\":{\"note\":\"a\\u0000b\"}}",
                        "{\"profile\":\"text\"}",
                        "7")) {
            rm(bank.lin)
                    .body(patch)
                    .patch("/clients/" + id)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        rm(bank.lin)
                .body("{\"kind\":\"PERSON\"}")
                .patch("/clients/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("client.kind-fixed"));
        rm(bank.lin)
                .body("{\"unitId\":\"" + bank.west + "\"}")
                .patch("/clients/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("client.unit-is-owners"));
        as(TestTokens.token("svc:audit", "auditor"))
                .body("{}")
                .patch("/clients/" + id)
                .then()
                .statusCode(403);
    }

    @Test
    void lists_the_own_book_by_every_filter() {
        UUID golden = clientOf(bank.chen, "Filter Hospital");
        UUID other = clientOf(bank.chen, "Other School");
        rm(bank.chen)
                .body(
                        "{\"flags\":[\"GOLDEN\"],\"segment\":\"SCHOOL\",\"externalIds\":[{\"system\":\"core\",\"value\":\"F-1\"}]}")
                .patch("/clients/" + golden)
                .then()
                .statusCode(200);
        Stream.of(
                        "flag=GOLDEN",
                        "segment=SCHOOL",
                        "externalId=core:F-1",
                        "q=fILTER hosp",
                        "flag=GOLDEN&stage=POTENTIAL&rm=" + bank.chen + "&unit=" + bank.east)
                .forEach(
                        filter ->
                                rm(bank.chen)
                                        .get("/clients?" + filter)
                                        .then()
                                        .statusCode(200)
                                        .body("items.id", contains(golden.toString())));
        rm(bank.chen).get("/clients?tier=A1").then().statusCode(200).body("items", hasSize(0));
        rm(bank.chen).get("/clients?q=100%25").then().statusCode(200).body("items", hasSize(0));
        rm(bank.chen)
                .get("/clients")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(other.toString()));
        rm(bank.lin)
                .get("/clients?limit=500")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(other.toString())));
        rm(bank.lin)
                .get("/clients?rm=" + bank.chen)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        for (String bad : List.of("tier=Z", "flag=SHINY", "q=x", "limit=501", "cursor=x", "x=1")) {
            rm(bank.chen).get("/clients?" + bad).then().statusCode(400);
        }
        admin().get("/clients").then().statusCode(403);
    }
}
