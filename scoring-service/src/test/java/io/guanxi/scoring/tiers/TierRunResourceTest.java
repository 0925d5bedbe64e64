package io.guanxi.scoring.tiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.contracts.scores.TierChanged;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTokens;
import io.guanxi.kit.testing.TestTopics;
import io.guanxi.scoring.ServiceTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = GuanxiTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "scoring"))
class TierRunResourceTest extends ServiceTest {
    private static final String TIER_CHANGED = Contract.ceType(TierChanged.class);

    @Test
    void scenario_1_a_thousand_clients_are_ranked_and_only_what_changes_is_told()
            throws SQLException {
        List<UUID> clients = Stream.generate(Uuids::v7).limit(1_000).toList();
        know(ClientKind.ORGANIZATION, "S-1", clients);
        LocalDate lastMonth = today().withDayOfMonth(1).minusDays(1);
        post(IntStream.range(0, 1_000)
                        .mapToObj(i -> revenue(clients.get(i), lastMonth, i))
                        .toArray(String[]::new))
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1_000));

        UUID first = run("{}");
        Response result = head().get("/tier-runs/" + first);
        result.then().body("published", equalTo(true));
        assertThat(organizations(result, "A1")).isEqualTo(30);
        assertThat(organizations(result, "A2")).isEqualTo(70);
        assertThat(organizations(result, "B1")).isEqualTo(60);
        assertThat(organizations(result, "B2")).isEqualTo(140);
        assertThat(organizations(result, "C")).isEqualTo(700);
        toldToAll(clients, 1_000);
        manager("S-1")
                .get("/tiers/summary")
                .then()
                .statusCode(200)
                .body("cohorts[0].cohort", equalTo("ORGANIZATION"))
                .body("cohorts[0].clients", equalTo(1_000))
                .body("cohorts[0].tiers.A1", equalTo(30));
        manager("S-2").get("/tiers/summary").then().body("cohorts[0].clients", equalTo(0));
        theReceiptOfTheBest(clients.getLast(), first);

        post(revenue(clients.getFirst(), lastMonth, 5_000));
        UUID second = run("{}");
        Response migrations = system().get("/tier-runs/" + second + "/migrations");
        migrations.then().statusCode(200).body("cells", hasSize(36));
        assertThat(moved(migrations, "C", "A1")).isEqualTo(1);
        assertThat(moved(migrations, "A1", "A2")).isEqualTo(1);
        assertThat(moved(migrations, "A1", "A1")).isEqualTo(29);
        toldToAll(clients, 1_000 + organizations(head().get("/tier-runs/" + second), "changed"));
        theHistoryOf(clients.getFirst());
    }

    private void theReceiptOfTheBest(UUID best, UUID run) {
        manager("S-1")
                .get("/scores/" + best)
                .then()
                .statusCode(200)
                .body("tier.tier", equalTo("A1"))
                .body("tier.rank", equalTo(1))
                .body("tier.cohortSize", equalTo(1_000))
                .body("tier.score", equalTo("35"))
                .body("tier.runId", equalTo(run.toString()))
                .body("tier.factors[0].factor", equalTo("REVENUE"))
                .body("tier.factors[0].value", equalTo("999.00"))
                .body("tier.factors[0].points", equalTo("100.0000"))
                .body("tier.factors[0].facts", equalTo(1))
                .body("tier.factors[0].newestAt", notNullValue())
                .body("tier.factors[1].value", nullValue())
                .body("tier.cutOffs[0].lastRank", equalTo(30));
        assertThat(manager("S-1").get("/exports/scores").asString().lines())
                .hasSizeGreaterThanOrEqualTo(1_000)
                .anyMatch(row -> row.contains(best.toString()) && row.contains("\"A1\""));
        assertThat(manager("S-2").get("/exports/scores").asString()).doesNotContain("" + best);
        problem(manager("S-2").get("/scores/" + best), 404, "client.unknown");
        problem(manager("S-2").get("/scores/" + best + "/history"), 404, "client.unknown");
        problem(system().get("/scores/" + UUID.randomUUID()), 404, "client.unknown");
    }

    private void theHistoryOf(UUID climber) {
        manager("S-1")
                .get("/scores/" + climber + "/history")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].type", equalTo("tier-changed"))
                .body("items[0].data.tier", equalTo("A1"))
                .body("items[0].data.previousTier", equalTo("C"))
                .body("items[1].data.previousTier", nullValue());
    }

    @Test
    void a_run_may_be_asked_for_again_and_looks_at_no_future() {
        UUID id = Uuids.v7();
        String body = "{\"id\":\"" + id + "\",\"asOf\":\"2020-01-01T00:00:00Z\"}";
        ask(body).then().statusCode(201);
        ask(body).then().statusCode(201).header("Idempotency-Replayed", "true");
        problem(ask(body.replace("2020", "2021")), 422, "idempotency.mismatch");
        problem(
                ask("{\"asOf\":\"%s\"}".formatted(clock.now().plusSeconds(3_600))),
                400,
                "field.invalid");
        problem(ask("{\"asof\":1}"), 400, "field.unknown");
        problem(system().get("/tier-runs/" + UUID.randomUUID()), 404, "tier-run.unknown");
        completed(id);
        system().get("/tier-runs?limit=1").then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    void managers_start_no_runs() {
        problem(
                manager("S-1").contentType("application/json").body("{}").post("/tier-runs"),
                403,
                "role.too-small");
        problem(manager("S-1").get("/tier-runs"), 403, "role.too-small");
        as(TestTokens.token("x", "auditor")).get("/tier-runs").then().statusCode(200);
        problem(
                as(TestTokens.token("x", "auditor"))
                        .contentType("application/json")
                        .body("{}")
                        .post("/tier-runs"),
                403,
                "role.too-small");
    }

    private UUID run(String body) {
        UUID run = UUID.fromString(ask(body).then().statusCode(201).extract().path("runId"));
        completed(run);
        return run;
    }

    private static void completed(UUID run) {
        Eventually.within(
                GENEROUS,
                () -> "COMPLETED".equals(system().get("/tier-runs/" + run).path("state")));
    }

    private static Response ask(String body) {
        return system().contentType("application/json").body(body).post("/tier-runs");
    }

    private String revenue(UUID client, LocalDate day, int amount) {
        return fact(client, "REVENUE", day, "\"amount\":\"" + amount + "\"");
    }

    private static int organizations(Response run, String count) {
        Integer found = run.path("cohorts.find { it.cohort == 'ORGANIZATION' }.counts." + count);
        return found == null ? 0 : found;
    }

    private static int moved(Response migrations, String from, String to) {
        return migrations.path(
                "cells.find { it.from == '%s' && it.to == '%s' }.clients".formatted(from, to));
    }

    private static void toldToAll(List<UUID> clients, int times) {
        List<String> keys = clients.stream().map(UUID::toString).toList();
        Eventually.within(
                GENEROUS,
                () ->
                        TestTopics.read(Topics.SCORES).stream()
                                        .filter(told -> TIER_CHANGED.equals(told.type()))
                                        .filter(told -> keys.contains(told.key()))
                                        .count()
                                == times);
    }
}
