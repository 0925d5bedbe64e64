package io.guanxi.client.standing;

import static io.guanxi.client.Bank.admin;
import static io.guanxi.client.Bank.assign;
import static io.guanxi.client.Bank.clientOf;
import static io.guanxi.client.Bank.clientOfUnit;
import static io.guanxi.client.Bank.rm;
import static io.guanxi.client.Bank.supervisor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.client.Bank;
import io.guanxi.client.OnRealServers;
import io.guanxi.contracts.Ids;
import io.guanxi.contracts.Topics;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.service.runtime.Timers;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
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
    void PR_18_PH_02_licences_and_commitments_are_kept() {
        admin().body("{\"kind\":\"FUND_SALE\",\"from\":\"2026-01-01\",\"until\":\"2026-12-31\"}")
                .post("/staff/" + bank.chen + "/licences")
                .then()
                .statusCode(200)
                .body("licences[0].kind", equalTo("FUND_SALE"));
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

    @Test
    void PR_15_nobody_leaves_before_the_book_is_handed_over() {
        String tao = newcomer("TAO");
        UUID client = clientOf(tao, "Left Hospital");
        admin().body("{}")
                .post("/staff/" + tao + "/departure")
                .then()
                .statusCode(409)
                .body("code", equalTo("staff.book-not-empty"));
        assign(supervisor(bank.eastSupervisor), bank.lin)
                .put("/clients/" + client + "/relationship-manager")
                .then()
                .statusCode(200);
        admin().body("{}")
                .post("/staff/" + tao + "/departure")
                .then()
                .statusCode(200)
                .body("active", equalTo(false));
        rm(tao).get("/clients").then().statusCode(403);
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
