package io.guanxi.client.standing;

import static io.guanxi.client.Bank.admin;
import static io.guanxi.client.Bank.as;
import static io.guanxi.client.Bank.assign;
import static io.guanxi.client.Bank.clientOf;
import static io.guanxi.client.Bank.clientOfUnit;
import static io.guanxi.client.Bank.rm;
import static io.guanxi.client.Bank.supervisor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.client.Bank;
import io.guanxi.client.OnRealServers;
import io.guanxi.client.absence.ExpiryCover;
import io.guanxi.contracts.Ids;
import io.guanxi.contracts.Topics;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.service.reckoning.Reckonings;
import io.guanxi.kit.service.runtime.Timers;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.TestTokens;
import io.guanxi.kit.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class StandingResourceTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static Bank bank;

    @Inject BusinessClock clock;
    @Inject Timers timers;
    @Inject ExpiryCover expiry;
    @Inject Reckonings reckonings;

    @BeforeEach
    void bank() {
        bank = bank == null ? new Bank("STAND") : bank;
    }

    @Test
    void PR_04_a_qualification_holds_two_years_and_its_end_is_an_obligation() throws IOException {
        admin().body("{\"kind\":\"RM\",\"from\":\"2026-06-01\"}")
                .post("/staff/" + bank.lin + "/qualifications")
                .then()
                .statusCode(200)
                .body("qualifiedUntil", equalTo("2028-05-31"));
        String owed =
                TestTopics.await(
                                Topics.CLIENTS,
                                GENEROUS,
                                1,
                                m ->
                                        m.type().endsWith("obligation-changed.v1")
                                                && m.value().contains(bank.lin))
                        .getFirst()
                        .value();
        JsonNode obligation = Json.MAPPER.readTree(owed);
        assertThat(obligation.get("kind").asText()).isEqualTo("qualification");
        assertThat(obligation.get("warnAt").asText()).isEqualTo("2028-05-01T16:00:00Z");
        assertThat(obligation.get("dueAt").asText()).isEqualTo("2028-05-31T16:00:00Z");
        assertThat(obligation.get("obligationId").asText())
                .isEqualTo(Ids.obligation("client-service", "qualification", bank.lin).toString());
    }

    @Test
    void PR_04_a_qualification_of_more_than_two_years_is_refused() {
        String fan = newcomer("FAN");
        LocalDate today = clock.today();
        LocalDate latest = today.plusYears(2).minusDays(1);
        period(fan, "RM", today, latest.plusDays(1), "qualifications")
                .statusCode(400)
                .body("errors.pointer", contains("/until"));
        as(TestTokens.token(bank.eastSupervisor, "supervisor"))
                .body(
                        "{\"kind\":\"RM\",\"from\":\"%s\",\"until\":\"%s\"}"
                                .formatted(today, latest.plusDays(1)))
                .post("/staff/" + fan + "/qualifications")
                .then()
                .statusCode(400);
        period(fan, "RM", today, latest, "qualifications")
                .statusCode(200)
                .body("qualifiedUntil", equalTo(latest.toString()));
        LocalDate year = today.plusYears(1).minusDays(1);
        period(fan, "NO_MISLEADING", today, year.plusDays(1), "commitments").statusCode(400);
        period(fan, "NO_MISLEADING", today, year, "commitments").statusCode(200);
    }

    private static ValidatableResponse period(
            String id, String kind, LocalDate from, LocalDate until, String what) {
        return admin().body(
                        "{\"kind\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}"
                                .formatted(kind, from, until))
                .post("/staff/" + id + "/" + what)
                .then();
    }

    @Test
    void PR_04_a_changed_lead_moves_the_warning_of_those_who_are_qualified() throws IOException {
        String mei = newcomer("MEI");
        String gone = newcomer("GONE");
        LocalDate today = clock.today();
        qualify(mei, today, today.plusYears(1));
        qualify(gone, today, today.plusYears(1));
        admin().body("{}").post("/staff/" + gone + "/departure").then().statusCode(200);

        lead(45);
        JsonNode moved = owedBy(mei, 2).getLast();
        assertThat(Instant.parse(moved.get("warnAt").asText()))
                .isEqualTo(Instant.parse(moved.get("dueAt").asText()).minus(Duration.ofDays(45)));
        lead(30);
        JsonNode back = owedBy(mei, 3).getLast();
        assertThat(back.get("warnAt")).isEqualTo(owedBy(mei, 1).getFirst().get("warnAt"));
        assertThat(back.get("settingsVersion").asInt())
                .isEqualTo(moved.get("settingsVersion").asInt() + 1);
        Eventually.within(GENEROUS, () -> reckonings.due(clock.now()) == 0);
        assertThat(owedBy(mei, 3)).hasSize(3);
        assertThat(owedBy(gone, 2)).hasSize(2);
    }

    /** Two people set how many days before its end a qualification is warned of. */
    private static void lead(int days) {
        admin().body(
                        "{\"document\":{\"validYears\":2,\"warnDays\":%d,\"commitmentYears\":1}}"
                                .formatted(days))
                .put("/settings/qualification")
                .then()
                .statusCode(202);
        as(TestTokens.token("admin-2", "admin"))
                .body("{\"approve\":true}")
                .post("/settings/qualification/approval")
                .then()
                .statusCode(200);
    }

    private static List<JsonNode> owedBy(String staff, int atLeast) throws IOException {
        List<JsonNode> owed = new ArrayList<>();
        for (TestTopics.Message message :
                TestTopics.await(
                        Topics.CLIENTS,
                        GENEROUS,
                        atLeast,
                        m ->
                                m.type().endsWith("obligation-changed.v1")
                                        && m.value().contains('"' + staff + '"'))) {
            owed.add(Json.MAPPER.readTree(message.value()));
        }
        return owed;
    }

    @Test
    void PR_19_the_book_of_the_unqualified_goes_to_cover_until_they_qualify_again() {
        String gao = newcomer("GAO");
        UUID client = clientOf(gao, "Covered Hospital");
        LocalDate today = clock.today();
        qualify(gao, today.minusYears(2), today.minusDays(1));
        assign(supervisor(bank.eastSupervisor), gao)
                .put(
                        "/clients/"
                                + clientOfUnit(bank.east, "New Hospital")
                                + "/relationship-manager")
                .then()
                .statusCode(409)
                .body("code", equalTo("rm.not-qualified"));
        timers.poke("qualification-expiry");
        Eventually.within(
                GENEROUS, () -> bank.eastSupervisor.equals(absenceOf(gao).get("coverId")));
        String absence = absenceOf(gao).get("id");
        admin().delete("/absences/" + absence)
                .then()
                .statusCode(409)
                .body("code", equalTo("absence.unqualified"));
        qualify(gao, today, today);
        admin().get("/absences/" + absence)
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
        rm(gao).get("/clients/" + client).then().statusCode(200);
    }

    @Test
    void PR_19_where_no_supervisor_may_serve_the_head_of_the_unit_covers() {
        String alone = "STAND-ALONE";
        Bank.staff(alone, bank.east, null, "rm");
        String gone = "STAND-BOSS";
        Bank.staff(gone, bank.east, null, "supervisor");
        String below = "STAND-BELOW";
        Bank.staff(below, bank.east, gone, "rm");
        admin().body("{}").post("/staff/" + gone + "/departure").then().statusCode(200);
        LocalDate today = clock.today();
        for (String rm : List.of(alone, below)) {
            qualify(rm, today.minusYears(2), today.minusDays(1));
        }
        timers.poke("qualification-expiry");
        for (String rm : List.of(alone, below)) {
            Eventually.within(
                    GENEROUS, () -> bank.eastSupervisor.equals(absenceOf(rm).get("coverId")));
        }
    }

    @Test
    void PR_19_where_the_cover_may_not_serve_any_more_the_next_above_takes_its_place() {
        String lost = "STAND-LOST";
        String boss = "STAND-LEAVER";
        Bank.staff(boss, bank.east, null, "supervisor");
        Bank.staff(lost, bank.east, boss, "rm");
        LocalDate today = clock.today();
        qualify(lost, today.minusYears(2), today.minusDays(2));
        coveredBy(lost, boss);
        admin().body("{}").post("/staff/" + boss + "/departure").then().statusCode(200);
        coveredBy(lost, bank.eastSupervisor);
        assertThat(expiry.due(clock.now())).isZero();
        qualify(lost, today.minusYears(1), today.minusDays(1));
        coveredBy(lost, bank.eastSupervisor);
        qualify(lost, today, today);
        admin().get("/absences?staff=" + lost)
                .then()
                .body(
                        "items.coverId",
                        containsInAnyOrder(boss, bank.eastSupervisor, bank.eastSupervisor))
                .body("items.state", everyItem(equalTo("CANCELLED")));
    }

    private void coveredBy(String staff, String cover) {
        timers.poke("qualification-expiry");
        String active = "items.find { it.state == 'ACTIVE' }.coverId";
        Eventually.within(
                GENEROUS, () -> cover.equals(admin().get("/absences?staff=" + staff).path(active)));
    }

    @Test
    void PR_19_a_qualification_counts_until_00_00_of_the_day_after_its_last() {
        String han = newcomer("HAN");
        LocalDate lastDay = clock.today().plusDays(411);
        qualify(han, clock.today(), lastDay);
        Instant midnight = lastDay.plusDays(1).atStartOfDay(clock.zone()).toInstant();
        long before = expiry.due(midnight.minusNanos(1_000));
        assertThat(expiry.due(midnight)).isEqualTo(before + 1);
    }

    @Test
    void PR_18_PH_02_licences_and_commitments_are_kept() throws IOException {
        admin().body("{\"kind\":\"FUND_SALE\",\"from\":\"2026-01-01\",\"until\":\"2026-12-31\"}")
                .post("/staff/" + bank.chen + "/licences")
                .then()
                .statusCode(200)
                .body("licences[0].kind", equalTo("FUND_SALE"));
        JsonNode owed = owedBy(bank.chen, 1).getFirst();
        assertThat(owed.get("kind").asText()).isEqualTo("licence");
        assertThat(owed.get("key").asText()).isEqualTo(bank.chen + "/FUND_SALE");
        assertThat(owed.get("warnAt").asText()).isEqualTo("2026-12-01T16:00:00Z");
        assertThat(owed.get("dueAt").asText()).isEqualTo("2026-12-31T16:00:00Z");
        admin().body("{\"kind\":\"NO_FUND_BROKERING\",\"from\":\"2026-01-01\"}")
                .post("/staff/" + bank.chen + "/commitments")
                .then()
                .statusCode(200)
                .body("commitments[0].until", equalTo("2026-12-31"));
        admin().body("{\"kind\":\"FUND_SALE\",\"from\":\"2026-01-01\"}")
                .post("/staff/" + bank.chen + "/licences")
                .then()
                .statusCode(400);
        admin().body("{\"kind\":\"NO_SMOKING\",\"from\":\"2026-01-01\"}")
                .post("/staff/" + bank.chen + "/commitments")
                .then()
                .statusCode(400);
        admin().body("{\"kind\":\"RM\",\"from\":\"2026-01-01\"}")
                .post("/staff/S-nil/qualifications")
                .then()
                .statusCode(404);
        rm(bank.chen)
                .body("{\"kind\":\"RM\",\"from\":\"2026-01-01\"}")
                .post("/staff/" + bank.chen + "/qualifications")
                .then()
                .statusCode(403);
    }

    private static void qualify(String id, LocalDate from, LocalDate until) {
        admin().body("{\"kind\":\"RM\",\"from\":\"%s\",\"until\":\"%s\"}".formatted(from, until))
                .post("/staff/" + id + "/qualifications")
                .then()
                .statusCode(200);
    }

    private static String newcomer(String name) {
        String code = "STAND-" + name;
        Bank.staff(code, bank.east, bank.eastSupervisor, "rm");
        return code;
    }

    /** The absence of somebody, if there is one. */
    private static Map<String, String> absenceOf(String staff) {
        List<Map<String, String>> items =
                admin().get("/absences?staff=" + staff)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items");
        return items.isEmpty() ? Map.of() : items.getFirst();
    }
}
