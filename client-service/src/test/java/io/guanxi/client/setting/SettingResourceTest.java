package io.guanxi.client.setting;

import static io.guanxi.client.Bank.admin;
import static io.guanxi.client.Bank.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.guanxi.client.OnRealServers;
import io.guanxi.client.portfolio.PortfolioCaps;
import io.guanxi.client.staff.BookType;
import io.guanxi.contracts.Topics;
import io.guanxi.kit.service.settings.Settings;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.testing.TestTokens;
import io.guanxi.kit.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class SettingResourceTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final String YES = "{\"approve\":true}";

    @Inject Settings settings;
    @Inject BusinessClock clock;

    @Test
    void two_people_change_a_setting_and_it_counts_at_once_and_is_published() {
        Instant before = clock.now();
        assertThat(settings.get("call-list", CallList.class).most()).isEqualTo(30);
        admin().body("{\"document\":{\"longUncontactedDays\":45,\"most\":20}}")
                .put("/settings/call-list")
                .then()
                .statusCode(202)
                .body("version", equalTo(1))
                .body("approval.state", equalTo("PENDING"));
        admin().body(YES)
                .post("/settings/call-list/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("approval.own-request"));
        second().get("/approvals?assignee=me")
                .then()
                .body("items.thing", hasItem("/settings/call-list"));
        second().body(YES)
                .post("/settings/call-list/approval")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("document.most", equalTo(20))
                .body("approval", nullValue());
        assertThat(settings.get("call-list", CallList.class).most()).isEqualTo(20);
        assertThat(settings.version("call-list")).isEqualTo(2);
        admin().get("/settings/call-list?asOf=" + before)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("document.most", equalTo(30));
        admin().get("/settings/call-list/history")
                .then()
                .statusCode(200)
                .body("items.type", contains("setting-changed"));
        admin().get("/settings/call-list/changes?from=" + before)
                .then()
                .statusCode(200)
                .body("items.find { it.field == '/document/most' }.before", equalTo(30))
                .body("items.find { it.field == '/document/most' }.after", equalTo(20));
        admin().get("/settings/call-list/versions")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].document.most", equalTo(30))
                .body("items[1].byId", equalTo("admin-2"));
        assertThat(
                        TestTopics.await(
                                Topics.DIRECTORY,
                                GENEROUS,
                                1,
                                m ->
                                        m.type().endsWith("setting-changed.v1")
                                                && m.value().contains("call-list")))
                .hasSize(1);
    }

    @Test
    void a_document_must_fit_its_schema() {
        admin().body("{\"document\":{\"caps\":{\"PERSONAL\":0,\"CORPORATE\":60,\"PHONE\":1500}}}")
                .put("/settings/portfolio-caps")
                .then()
                .statusCode(400)
                .body("code", equalTo("setting.schema"))
                .body("errors.pointer", hasItem("/document/caps/PERSONAL"));
        assertThat(settings.get("portfolio-caps", PortfolioCaps.class).capOf(BookType.PERSONAL))
                .isEqualTo(400);
        admin().body("{\"document\":{}}").put("/settings/no-such").then().statusCode(404);
        admin().get("/settings/no-such").then().statusCode(404);
        as(TestTokens.token("admin-2", "auditor"))
                .body("{\"document\":{}}")
                .put("/settings/portfolio-caps")
                .then()
                .statusCode(403);
    }

    @Test
    void a_change_is_withdrawn_or_rejected() {
        String body = "{\"document\":{\"validHours\":48}}";
        admin().body(body).put("/settings/approvals").then().statusCode(202);
        admin().delete("/settings/approvals/approval").then().statusCode(200);
        admin().body(body).put("/settings/approvals").then().statusCode(202);
        second().body("{\"approve\":false,\"reason\":\"too short\"}")
                .post("/settings/approvals/approval")
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        admin().get("/settings").then().statusCode(200).body("items.name", hasItem("cadences"));
    }

    private static RequestSpecification second() {
        return as(TestTokens.token("admin-2", "admin"));
    }

    /** The setting as visit-service reads it. */
    record CallList(int longUncontactedDays, int most) {}
}
