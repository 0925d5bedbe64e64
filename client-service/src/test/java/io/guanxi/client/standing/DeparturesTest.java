package io.guanxi.client.standing;

import static io.guanxi.client.Bank.admin;
import static io.guanxi.client.Bank.as;
import static io.guanxi.client.Bank.assign;
import static io.guanxi.client.Bank.clientOf;
import static io.guanxi.client.Bank.rm;
import static io.guanxi.client.Bank.supervisor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.guanxi.client.Bank;
import io.guanxi.client.OnRealServers;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PR-15: who leaves, when, and what has to be handed over first. */
@QuarkusTest
@OnRealServers
class DeparturesTest {
    private static Bank bank;

    @Inject BusinessClock clock;
    @Inject Departures departures;

    @BeforeEach
    void bank() {
        bank = bank == null ? new Bank("LEAVE") : bank;
    }

    @Test
    void PR_15_nobody_leaves_before_the_book_is_handed_over() {
        String tao = newcomer("TAO");
        UUID client = clientOf(tao, "Left Hospital");
        heldBy(tao);
        handOver(client);
        admin().body("{}")
                .post("/staff/" + tao + "/departure")
                .then()
                .statusCode(200)
                .body("active", equalTo(false));
        rm(tao).get("/clients").then().statusCode(403);
    }

    @Test
    void PR_15_an_announced_departure_leaves_access_until_the_end_of_the_last_day() {
        String shu = newcomer("SHU");
        UUID client = clientOf(shu, "Announced Hospital");
        LocalDate lastDay = clock.today().plusDays(30);
        leaves(shu, lastDay.plusDays(7)).body("active", equalTo(true));
        leaves(shu, lastDay).body("active", equalTo(true));
        admin().get("/staff/" + shu)
                .then()
                .body("lastDay", equalTo(lastDay.toString()))
                .body("active", equalTo(true));
        rm(shu).get("/clients/" + client).then().statusCode(200);
        handOver(client);

        Instant midnight = lastDay.plusDays(1).atStartOfDay(clock.zone()).toInstant();
        Instant before = midnight.minusNanos(1_000);
        assertThat(departures.due(before)).isZero();
        assertThat(departures.due(midnight)).isEqualTo(1);
        departures.run(before);
        rm(shu).get("/clients").then().statusCode(200);
        departures.run(midnight);
        rm(shu).get("/clients").then().statusCode(403);
        admin().get("/staff/" + shu + "?asOf=" + before).then().body("active", equalTo(true));
        admin().get("/staff/" + shu + "?asOf=" + midnight).then().body("active", equalTo(false));
        assertThat(departures.due(midnight)).isZero();
    }

    @Test
    void PR_15_with_clients_in_the_book_somebody_stays_until_they_are_handed_over() {
        String qin = newcomer("QIN");
        UUID client = clientOf(qin, "Held Hospital");
        erased(clientOf(qin, "Forgotten Hospital"));
        LocalDate lastDay = clock.today().plusDays(1);
        leaves(qin, lastDay).body("active", equalTo(true));
        Instant later = clock.now().plus(Duration.ofDays(9));
        assertThat(departures.due(later)).isZero();
        departures.run(later);
        rm(qin).get("/clients/" + client).then().statusCode(200);
        heldBy(qin);
        handOver(client);
        assertThat(departures.due(later)).isEqualTo(1);
        departures.run(later);
        rm(qin).get("/clients").then().statusCode(403);
    }

    private static void erased(UUID client) {
        String erasure = "/clients/" + client + "/erasure";
        supervisor(bank.eastSupervisor)
                .body(Map.of("reason", "asked"))
                .post(erasure)
                .then()
                .statusCode(202);
        as(TestTokens.token(bank.head, "head"))
                .body(Map.of("approve", true))
                .post(erasure + "/approval")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse leaves(String id, LocalDate lastDay) {
        return admin().body("{\"lastDay\":\"%s\"}".formatted(lastDay))
                .post("/staff/" + id + "/departure")
                .then()
                .statusCode(200)
                .body("lastDay", equalTo(lastDay.toString()));
    }

    private static void heldBy(String id) {
        admin().body("{}")
                .post("/staff/" + id + "/departure")
                .then()
                .statusCode(409)
                .body("code", equalTo("staff.book-not-empty"));
    }

    private static void handOver(UUID client) {
        assign(supervisor(bank.eastSupervisor), bank.lin)
                .put("/clients/" + client + "/relationship-manager")
                .then()
                .statusCode(200);
    }

    private static String newcomer(String name) {
        String code = "LEAVE-" + name;
        Bank.staff(code, bank.east, bank.eastSupervisor, "rm");
        return code;
    }
}
