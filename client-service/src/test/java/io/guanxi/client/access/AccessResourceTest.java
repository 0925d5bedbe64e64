package io.guanxi.client.access;

import static io.guanxi.client.Bank.as;
import static io.guanxi.client.Bank.rm;
import static io.guanxi.client.Bank.supervisor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.guanxi.client.Bank;
import io.guanxi.client.OnRealServers;
import io.guanxi.contracts.Topics;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.testing.TestTokens;
import io.guanxi.kit.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class AccessResourceTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static Bank bank;

    @Inject BusinessClock clock;

    @BeforeEach
    void bank() {
        bank = bank == null ? new Bank("SEEN") : bank;
    }

    @Test
    void who_could_see_a_client_on_a_day_is_reckoned_from_the_events() {
        UUID id = person(bank.lin);
        Instant now = clock.now();
        String absence =
                rm(bank.lin)
                        .body(
                                Map.of(
                                        "staffId",
                                        bank.lin,
                                        "from",
                                        now.minusSeconds(60).toString(),
                                        "to",
                                        now.plusSeconds(3600).toString(),
                                        "reason",
                                        "LEAVE",
                                        "coverId",
                                        bank.chen))
                        .post("/absences")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        rm(bank.lin).delete("/absences/" + absence).then().statusCode(200);
        auditor()
                .get("/clients/" + id + "/access")
                .then()
                .statusCode(200)
                .body(
                        "people.staffId",
                        hasItems(bank.lin, bank.chen, bank.eastSupervisor, bank.head))
                .body("people.staffId", not(hasItem(bank.zhou)))
                .body("people.staffId", not(hasItem(bank.westSupervisor)))
                .body("people.find { it.staffId == '" + bank.chen + "' }.as", equalTo("COVER"))
                .body("people.find { it.staffId == '" + bank.head + "' }.as", equalTo("HEAD"));
        auditor()
                .get("/clients/" + id + "/access?on=" + clock.today().minusDays(1))
                .then()
                .statusCode(200)
                .body("people", org.hamcrest.Matchers.empty());
        supervisor(bank.westSupervisor).get("/clients/" + id + "/access").then().statusCode(404);
        rm(bank.lin).get("/clients/" + id + "/access").then().statusCode(403);
    }

    @Test
    void an_auditor_opens_personal_data_with_a_reason_and_it_is_told() {
        UUID id = person(bank.lin);
        auditor().get("/clients/" + id).then().statusCode(200).body("name", nullValue());
        auditor().body("{}").post("/clients/" + id + "/break-glass").then().statusCode(400);
        auditor()
                .body("{\"reason\":\"a court asks\",\"reasonCode\":\"COURT\"}")
                .post("/clients/" + id + "/break-glass")
                .then()
                .statusCode(200)
                .body("name", equalTo("Wang Fang"));
        auditor().get("/clients/" + id).then().body("name", equalTo("Wang Fang"));
        as(TestTokens.token("auditor-2", "auditor"))
                .get("/clients/" + id)
                .then()
                .body("name", nullValue());
        assertThat(
                        TestTopics.await(
                                Topics.CLIENTS,
                                GENEROUS,
                                1,
                                m ->
                                        m.type().endsWith("break-glass-opened.v1")
                                                && m.value().contains(id.toString())))
                .allMatch(m -> m.value().contains("COURT") && !m.value().contains("court asks"));
        auditor()
                .get("/clients/" + id + "/access")
                .then()
                .body("people.as", hasItem("BREAK_GLASS"));
        String unknown = "{\"reason\":\"a court asks\"}";
        auditor()
                .body(unknown)
                .post("/clients/" + UUID.randomUUID() + "/break-glass")
                .then()
                .statusCode(404);
        rm(bank.lin).body(unknown).post("/clients/" + id + "/break-glass").then().statusCode(403);
    }

    @Test
    void break_glass_counts_in_lists_and_searches_too_and_for_its_client_alone() {
        UUID opened = person(bank.zhou);
        UUID shut = person(bank.zhou);
        String list = "/clients?rm=" + bank.zhou;
        String search = list + "&q=wang fang";
        auditor().get(list).then().body("items.name", everyItem(nullValue()));
        auditor().get(search).then().statusCode(200).body("items", hasSize(0));
        auditor()
                .body("{\"reason\":\"a court asks\"}")
                .post("/clients/" + opened + "/break-glass")
                .then()
                .statusCode(200);
        auditor()
                .get(list)
                .then()
                .body("items.find { it.id == '" + opened + "' }.name", equalTo("Wang Fang"))
                .body("items.find { it.id == '" + shut + "' }.name", nullValue());
        auditor().get(search).then().body("items.id", contains(opened.toString()));
        as(TestTokens.token("auditor-2", "auditor")).get(search).then().body("items", hasSize(0));
        rm(bank.zhou).get(search).then().body("items", hasSize(2));
        rm(bank.lin).get(search).then().body("items", hasSize(0));
    }

    @Test
    void a_client_is_shown_as_it_was_with_its_history_and_changes() {
        UUID id = person(bank.lin);
        Instant before = clock.now();
        rm(bank.lin).body("{\"flags\":[\"CORE\"]}").patch("/clients/" + id).then().statusCode(200);
        rm(bank.lin)
                .get("/clients/" + id + "?asOf=" + before)
                .then()
                .statusCode(200)
                .body("flags", org.hamcrest.Matchers.empty())
                .body("rmId", equalTo(bank.lin));
        rm(bank.lin)
                .get("/clients/" + id + "?knownAt=" + before.minusSeconds(3600))
                .then()
                .statusCode(404);
        rm(bank.lin).get("/clients/" + id + "?asOf=yesterday").then().statusCode(400);
        rm(bank.chen).get("/clients/" + id + "?asOf=" + before).then().statusCode(404);
        rm(bank.lin)
                .get("/clients/" + id + "/history")
                .then()
                .statusCode(200)
                .body(
                        "items.type",
                        hasItems(
                                "client-registered",
                                "relationship-manager-assigned",
                                "client-changed"))
                .body("items[0].data.personal.personName", equalTo("Wang Fang"));
        as(TestTokens.token("auditor-3", "auditor"))
                .get("/clients/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items.data", everyItem(not(hasKey("personal"))));
        rm(bank.lin)
                .get("/clients/" + id + "/changes?from=" + before)
                .then()
                .statusCode(200)
                .body("items.field", hasItem("/flags"));
        rm(bank.chen).get("/clients/" + id + "/history").then().statusCode(404);
        rm(bank.chen).get("/clients/" + id + "/changes?from=" + before).then().statusCode(404);
    }

    private static RequestSpecification auditor() {
        return as(TestTokens.token("auditor", "auditor"));
    }

    private static UUID person(String rm) {
        Map<String, Object> body = new HashMap<>(Map.of("kind", "PERSON", "name", "Wang Fang"));
        return UUID.fromString(
                rm(rm).body(body).post("/clients").then().statusCode(201).extract().path("id"));
    }
}
