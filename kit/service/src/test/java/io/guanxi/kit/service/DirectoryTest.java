package io.guanxi.kit.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.directory.AbsenceChanged;
import io.guanxi.contracts.directory.ClientBookChanged;
import io.guanxi.contracts.directory.StaffChanged;
import io.guanxi.contracts.directory.UnitChanged;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.book.BookClient;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTokens;
import io.guanxi.kit.testing.TestTopics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GuanxiTestResource.class)
class DirectoryTest {
    private static final Duration GENEROUS = Duration.ofSeconds(30);
    private static long sequence = 10;

    @Inject Book book;
    @Inject DataSource database;

    @Test
    void ownership_comes_with_its_history() {
        UUID client = UUID.randomUUID();
        moved(client, "S-1", "2026-01-01T00:00:00Z");
        moved(client, "S-2", "2026-02-01T00:00:00Z");
        Eventually.within(
                GENEROUS,
                () -> "S-2".equals(book.client(client).map(BookClient::rmId).orElse(null)));
        BookClient now = book.client(client).orElseThrow();
        assertThat(now.history())
                .containsExactly(
                        new BookClient.Owned(
                                "S-1",
                                "U-1",
                                Instant.parse("2026-01-01T00:00:00Z"),
                                Instant.parse("2026-02-01T00:00:00Z")));
        assertThat(now.at(Instant.parse("2026-01-31T23:59:59Z")).orElseThrow().rmId())
                .isEqualTo("S-1");
        assertThat(now.at(Instant.parse("2026-02-01T00:00:00Z")).orElseThrow().rmId())
                .isEqualTo("S-2");
        assertThat(now.at(Instant.parse("2025-12-31T23:59:59Z"))).isEmpty();
    }

    @Test
    void PR_10_a_cover_told_as_cancelled_with_the_end_that_was_planned_held_until_then() {
        UUID absence = UUID.randomUUID();
        send(
                absence.toString(),
                Contract.ceType(AbsenceChanged.class),
                "{\"absenceId\":\"%s\",\"staffId\":\"S-1\",\"coverId\":\"S-2\",\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-03-01T00:00:00Z\",\"state\":\"CANCELLED\"}"
                        .formatted(absence));
        Eventually.within(
                GENEROUS, () -> Instant.parse("2026-01-05T00:00:00Z").equals(endOf(absence)));
    }

    @Test
    void roles_are_those_of_the_directory_now() {
        String id = "S-" + UUID.randomUUID();
        assertThat(roles(id)).isEmpty();
        staff(id, true);
        Eventually.within(GENEROUS, () -> roles(id).equals(List.of("RM")));
        staff(id, false);
        Eventually.within(GENEROUS, () -> roles(id).isEmpty());
        staff(id, true);
        Eventually.within(GENEROUS, () -> roles(id).equals(List.of("RM")));
    }

    @Test
    void PR_10_who_covers_sees_the_clients_from_the_first_instant_to_the_last() {
        String cover = "S-" + UUID.randomUUID();
        String away = "S-" + UUID.randomUUID();
        UUID client = UUID.randomUUID();
        UUID absence = UUID.randomUUID();
        staff(cover, true);
        moved(client, away, "2026-01-01T00:00:00Z");
        Eventually.within(GENEROUS, () -> roles(cover).equals(List.of("RM")));
        assertThat(sees(cover, client)).isFalse();
        Instant now = Instant.parse(admin("/admin/clock").path("now"));
        absent(absence, away, cover, now.minusSeconds(60), now.plusSeconds(86_400), "ACTIVE");
        Eventually.within(GENEROUS, () -> sees(cover, client));
        absent(absence, away, cover, now.minusSeconds(60), now.plusSeconds(86_400), "CANCELLED");
        Eventually.within(GENEROUS, () -> !sees(cover, client));
    }

    /** The end of a cover is no change of the directory: nobody tells of it then. */
    @Test
    void PR_10_a_cover_ends_by_the_clock_though_its_answer_is_remembered() {
        String cover = "S-" + UUID.randomUUID();
        String away = "S-" + UUID.randomUUID();
        UUID client = UUID.randomUUID();
        staff(cover, true);
        moved(client, away, "2026-01-01T00:00:00Z");
        Eventually.within(GENEROUS, () -> roles(cover).equals(List.of("RM")));
        Instant now = Instant.parse(admin("/admin/clock").path("now"));
        Instant end = now.plusSeconds(600);
        absent(UUID.randomUUID(), away, cover, now.minusSeconds(60), end, "ACTIVE");
        Eventually.within(GENEROUS, () -> sees(cover, client));
        move(end).then().statusCode(200);
        assertThat(sees(cover, client)).isFalse();
    }

    private static boolean sees(String id, UUID client) {
        return given().auth()
                        .oauth2(TestTokens.token(id, "rm"))
                        .get("/toys/clients/" + client)
                        .statusCode()
                == 200;
    }

    private static List<String> roles(String id) {
        return given().auth()
                .oauth2(TestTokens.token(id, "rm", "supervisor"))
                .get("/toys/me")
                .then()
                .statusCode(200)
                .extract()
                .path("roles");
    }

    private static void staff(String id, boolean active) {
        send(
                id,
                Contract.ceType(StaffChanged.class),
                "{\"staffId\":\"%s\",\"unitId\":\"U-1\",\"roles\":[\"rm\"],\"active\":%s}"
                        .formatted(id, active));
    }

    private static void absent(
            UUID absence, String away, String cover, Instant from, Instant to, String state) {
        send(
                absence.toString(),
                Contract.ceType(AbsenceChanged.class),
                "{\"absenceId\":\"%s\",\"staffId\":\"%s\",\"coverId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"state\":\"%s\"}"
                        .formatted(absence, away, cover, from, to, state));
    }

    private Instant endOf(UUID absence) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select to_at from book_cover where absence_id = ?")) {
            select.setObject(1, absence);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getObject(1, OffsetDateTime.class).toInstant() : null;
            }
        }
    }

    @Test
    void a_record_that_cannot_be_applied_is_set_aside_and_told() {
        String key = UUID.randomUUID().toString();
        send(key, Contract.ceType(UnitChanged.class), "{\"unitId\":null,\"name\":\"nameless\"}");
        Eventually.within(
                GENEROUS, () -> admin("/admin/parked").path("items.key.size()").equals(1));
        String id = admin("/admin/parked").path("items[0].id");
        Eventually.within(GENEROUS, () -> given().get("/q/health").statusCode() == 503);
        given().get("/q/health/ready").then().statusCode(200);
        given().auth()
                .oauth2(TestTokens.admin())
                .post("/admin/parked/" + id + "/replay")
                .then()
                .statusCode(409)
                .body("code", equalTo("parked.still-failing"));
        assertThat(given().get("/q/metrics").asString())
                .contains("guanxi_consumer_parked_total{consumer=\"directory\"");
        given().auth()
                .oauth2(TestTokens.admin())
                .post("/admin/parked/" + id + "/drop")
                .then()
                .statusCode(204);
        given().auth()
                .oauth2(TestTokens.admin())
                .post("/admin/parked/" + id + "/drop")
                .then()
                .statusCode(404)
                .body("code", equalTo("parked.unknown"));
        Eventually.within(GENEROUS, () -> given().get("/q/health").statusCode() == 200);
    }

    @Test
    void the_book_is_built_anew_from_its_topic() {
        UUID client = UUID.randomUUID();
        moved(client, "S-1", "2026-01-01T00:00:00Z");
        Eventually.within(GENEROUS, () -> book.client(client).isPresent());
        rebuild("directory").then().statusCode(202).body("state", equalTo("RUNNING"));
        moved(client, "S-2", "2026-02-01T00:00:00Z");
        String state = "items.find { it.name == 'directory' }.state";
        Eventually.within(GENEROUS, () -> "SWITCHED".equals(admin("/admin/rebuilds").path(state)));
        Eventually.within(
                GENEROUS,
                () -> "S-2".equals(book.client(client).map(BookClient::rmId).orElse(null)));
        assertThat(book.client(client).orElseThrow().history()).hasSize(1);
        assertThat(given().get("/q/metrics").asString())
                .contains(
                        "guanxi_consumer_batch_seconds_count{consumer=\"directory\"",
                        "guanxi_consumer_records_total{consumer=\"directory\"");
        admin("/admin/rebuilds").then().body("items.name", hasItem("approval"));
        rebuild("event").then().statusCode(404).body("code", equalTo("read-model.unknown"));
    }

    @Test
    void the_admin_sees_what_is_under_way() {
        admin("/admin/relay").then().statusCode(200).body("state", equalTo("RUNNING"));
        admin("/admin/consumers").then().statusCode(200).body("items.name", hasItem("directory"));
        admin("/admin/clock").then().statusCode(200).body("relayLag", greaterThanOrEqualTo(0));
        given().auth().oauth2(TestTokens.system()).get("/admin/clock").then().statusCode(403);
        String metrics = given().get("/q/metrics").then().statusCode(200).extract().asString();
        assertThat(metrics)
                .contains(
                        "guanxi_append_commit_seconds",
                        "guanxi_append_batch",
                        "guanxi_append_waiting",
                        "guanxi_relay_fence_seconds",
                        "guanxi_relay_lag",
                        "guanxi_consumers_lag{consumer=\"directory\"",
                        "guanxi_consumers_parked{consumer=\"directory\"");
    }

    @Test
    void the_clock_only_moves_forward() {
        Instant now = Instant.parse(admin("/admin/clock").path("now"));
        move(now.plusSeconds(3600)).then().statusCode(200);
        assertThat(Instant.parse(admin("/admin/clock").path("now")))
                .isAfterOrEqualTo(now.plusSeconds(3600));
        move(now).then().statusCode(409).body("code", equalTo("clock.backwards"));
    }

    private static io.restassured.response.Response move(Instant to) {
        return given().auth()
                .oauth2(TestTokens.admin())
                .contentType("application/json")
                .body(Map.of("to", to.toString()))
                .post("/admin/clock");
    }

    private static io.restassured.response.Response rebuild(String name) {
        return given().auth()
                .oauth2(TestTokens.admin())
                .contentType("application/json")
                .body(Map.of("name", name))
                .post("/admin/rebuilds");
    }

    private static io.restassured.response.Response admin(String path) {
        return given().auth().oauth2(TestTokens.admin()).get(path);
    }

    private static void moved(UUID client, String rm, String since) {
        send(
                client.toString(),
                Contract.ceType(ClientBookChanged.class),
                "{\"clientId\":\"%s\",\"rmId\":\"%s\",\"unitId\":\"U-1\",\"since\":\"%s\",\"reason\":\"test\"}"
                        .formatted(client, rm, since));
    }

    static synchronized void send(String key, String type, String json) {
        sequence += 10;
        TestTopics.send(
                Topics.DIRECTORY,
                key,
                json,
                Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        type,
                        "ce_sequence",
                        "%019d".formatted(sequence),
                        "ce_time",
                        "2026-01-05T00:00:00Z",
                        "ce_recordedat",
                        "2026-01-05T00:00:00Z"));
    }
}
