package io.guanxi.scoring.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Ids;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.contracts.clients.ExternalId;
import io.guanxi.contracts.scores.ChurnRiskChanged;
import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.contracts.scores.Tier;
import io.guanxi.contracts.scores.TierChanged;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTopics;
import io.guanxi.scoring.Published;
import io.guanxi.scoring.ServiceTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = GuanxiTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "scoring"))
class ChurnReactionTest extends ServiceTest {

    @Test
    void facts_that_came_before_their_client_end_as_a_risk_on_the_topic() throws SQLException {
        UUID client = Uuids.v7();
        ExternalId number = new ExternalId("core", client.toString());
        leaving(client)
                .forEach(
                        line ->
                                TestTopics.send(
                                        Topics.ACTIVITY,
                                        number.system() + ":" + number.value(),
                                        named(line, client, number)));
        TestTopics.send(Topics.ACTIVITY, "nobody", "{not json");
        Eventually.within(GENEROUS, () -> waiting().contains(number.value()));

        Published.registered(client, ClientKind.PERSON, number);
        Published.owned(client, "S-1", "U-11");

        ChurnRiskChanged risk = told(client, ChurnRiskChanged.class, 1).getLast();
        assertThat(risk.level()).isEqualTo(RiskLevel.HIGH);
        assertThat(risk.previousLevel()).isNull();
        assertThat(risk.risk()).isEqualTo("75.0");
        assertThat(risk.reasons().getFirst().factor()).isEqualTo("REVENUE");
        assertThat(risk.missing()).containsExactly("MEMBERS");
        TierChanged tier = told(client, TierChanged.class, 1).getFirst();
        assertThat(tier.tier()).isEqualTo(Tier.C);
        assertThat(tier.provisional()).isTrue();
        assertThat(tier.previousTier()).isNull();
        assertThat(waiting()).doesNotContain(number.value());
        theListShows(client);
        theCoverSees(client);
        comesBack(client);
    }

    private void theListShows(UUID client) {
        Eventually.within(
                GENEROUS,
                () ->
                        manager("S-1")
                                .get("/churn?risk=HIGH&limit=500")
                                .jsonPath()
                                .getList("items.clientId")
                                .contains(client.toString()));
        manager("S-2")
                .get("/churn?limit=500")
                .then()
                .statusCode(200)
                .body("items.clientId", not(hasItem(client.toString())));
        head().get("/churn?limit=500&rm=S-1&unit=U-11")
                .then()
                .statusCode(200)
                .body("items.clientId", hasItem(client.toString()));
        manager("S-1").get("/churn?risk=SOME").then().statusCode(400);
        manager("S-1")
                .get("/scores/" + client)
                .then()
                .statusCode(200)
                .body("churn.level", equalTo("HIGH"))
                .body("churn.receipt.risk", equalTo("75.0"))
                .body("churn.receipt.inputs.revenue.previous", equalTo("300"))
                .body("tier.provisional", equalTo(true));
    }

    /** PR-10: in the list, the counts and one by one, while the cover lasts. */
    private void theCoverSees(UUID client) throws SQLException {
        int before = counted("S-2");
        execute(
                """
                insert into book_cover (absence_id, staff_id, cover_id, from_at, to_at, state)
                values ('%s', 'S-1', 'S-2', now() - interval '1 day', now() + interval '1 day',
                    'ACTIVE')"""
                        .formatted(client));
        manager("S-2")
                .get("/churn?limit=500")
                .then()
                .body("items.clientId", hasItem(client.toString()));
        manager("S-2").get("/scores/" + client).then().statusCode(200);
        manager("S-2").get("/activities?client=" + client).then().statusCode(200);
        assertThat(counted("S-2")).isGreaterThan(before);
        execute(
                "update book_cover set to_at = now(), state = 'CANCELLED' where absence_id = '"
                        + client
                        + "'");
        manager("S-2").get("/scores/" + client).then().statusCode(404);
        manager("S-2").get("/activities?client=" + client).then().statusCode(404);
        assertThat(counted("S-2")).isEqualTo(before);
    }

    private static int counted(String rm) {
        List<Integer> clients =
                manager(rm)
                        .get("/tiers/summary")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("cohorts.clients");
        return clients.stream().mapToInt(Integer::intValue).sum();
    }

    /** A transaction today ends the idle time: 20 points less, and the level falls below 65. */
    private void comesBack(UUID client) {
        Instant before = clock.now();
        post(fact(client, "TRANSACTION", today(), "\"amount\":\"1\""))
                .then()
                .body("accepted", equalTo(1));

        ChurnRiskChanged risk = told(client, ChurnRiskChanged.class, 2).getLast();
        assertThat(risk.level()).isEqualTo(RiskLevel.MEDIUM);
        assertThat(risk.previousLevel()).isEqualTo(RiskLevel.HIGH);
        manager("S-1")
                .get("/scores/" + client + "/history")
                .then()
                .statusCode(200)
                .body("items[0].type", equalTo("churn-risk-changed"))
                .body("items[0].data.level", equalTo("MEDIUM"));
        manager("S-1")
                .get("/scores/" + client + "?asOf=" + before)
                .then()
                .statusCode(200)
                .body("churn.level", equalTo("HIGH"));
        manager("S-1")
                .get("/scores/" + client + "/changes?from=" + before)
                .then()
                .statusCode(200)
                .body("items.find { it.field == '/churn/level' }.after", equalTo("MEDIUM"));
    }

    @Test
    void a_client_of_ten_days_is_told_of_by_nobody() throws SQLException {
        UUID client = client(ClientKind.PERSON, "S-1");
        post(fact(client, "TRANSACTION", today().minusDays(10), "\"amount\":\"1\""));

        Eventually.within(
                GENEROUS,
                () ->
                        "NOT_ENOUGH_DATA"
                                .equals(
                                        manager("S-1")
                                                .get("/scores/" + client)
                                                .path("churn.level")));
        assertThat(published(client, ChurnRiskChanged.class)).isEmpty();
    }

    /** 91 days idle after a lively time, and half of the revenue gone: 75 HIGH. */
    private List<String> leaving(UUID client) {
        List<String> lines = new ArrayList<>();
        LocalDate month = today().withDayOfMonth(1);
        for (int back = 1; back <= 7; back++) {
            String amount = back <= 3 ? "50" : "100";
            lines.add(
                    fact(
                            client,
                            "REVENUE",
                            month.minusMonths(back),
                            "\"amount\":\"" + amount + "\""));
        }
        for (int day = 91; day < 400; day += 10) {
            lines.add(fact(client, "TRANSACTION", today().minusDays(day), "\"amount\":\"1\""));
        }
        return lines;
    }

    private static String named(String line, UUID client, ExternalId number) {
        return line.replace(
                "\"client\":\"" + client + "\"",
                "\"client\":{\"system\":\"%s\",\"value\":\"%s\"}"
                        .formatted(number.system(), number.value()));
    }

    private static List<String> waiting() {
        return system().get("/activities/unresolved?limit=500").jsonPath().getList("items.value");
    }

    private static <T> List<T> told(UUID client, Class<T> contract, int times) {
        Eventually.within(GENEROUS, () -> published(client, contract).size() >= times);
        List<T> found = published(client, contract);
        assertThat(found).hasSize(times);
        return found;
    }

    private static <T> List<T> published(UUID client, Class<T> contract) {
        return TestTopics.read(Topics.SCORES).stream()
                .filter(told -> told.key().equals(client.toString()))
                .filter(told -> Contract.ceType(contract).equals(told.type()))
                .peek(told -> assertThat(told.partition()).isEqualTo(Ids.partition(client)))
                .map(told -> Json.read(told.value().getBytes(StandardCharsets.UTF_8), contract))
                .toList();
    }
}
