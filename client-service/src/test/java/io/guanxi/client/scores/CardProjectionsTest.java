package io.guanxi.client.scores;

import static io.guanxi.client.Bank.clientOf;
import static io.guanxi.client.Bank.rm;
import static io.guanxi.client.Bank.supervisor;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.guanxi.client.Bank;
import io.guanxi.client.OnRealServers;
import io.guanxi.contracts.Topics;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class CardProjectionsTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static Bank bank;

    @BeforeEach
    void bank() {
        bank = bank == null ? new Bank("CARD") : bank;
    }

    @Test
    void CL_23_the_card_shows_tier_risk_and_last_contact_with_their_dates() {
        UUID id = clientOf(bank.lin, "Scored Hospital");
        send(
                Topics.SCORES,
                "tier-changed",
                id,
                "2026-01-05T02:00:00Z",
                "{\"clientId\":\"%s\",\"cohort\":\"ORGANIZATION\",\"tier\":\"A1\",\"provisional\":false,\"score\":\"91.5\",\"rank\":1,\"cohortSize\":100,\"modelVersion\":\"1\"}"
                        .formatted(id));
        send(
                Topics.SCORES,
                "churn-risk-changed",
                id,
                "2026-01-06T02:00:00Z",
                "{\"clientId\":\"%s\",\"level\":\"HIGH\",\"risk\":\"75.0\",\"reasons\":[],\"missing\":[],\"modelVersion\":\"1\"}"
                        .formatted(id));
        UUID last = UUID.randomUUID();
        visited(id, last, "2026-01-08T02:00:00Z");
        visited(id, UUID.randomUUID(), "2026-01-02T02:00:00Z");
        Eventually.passes(
                GENEROUS,
                () ->
                        rm(bank.lin)
                                .get("/clients/" + id)
                                .then()
                                .statusCode(200)
                                .body("tier.tier", equalTo("A1"))
                                .body("tier.at", equalTo("2026-01-05T02:00:00Z"))
                                .body("risk.level", equalTo("HIGH"))
                                .body("risk.at", equalTo("2026-01-06T02:00:00Z"))
                                .body("lastContact.visitId", equalTo(last.toString()))
                                .body("lastContact.at", equalTo("2026-01-08T02:00:00Z")));
        rm(bank.lin)
                .get("/clients?tier=A1")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id.toString()));
    }

    @Test
    void the_card_and_the_overview_show_what_is_owed_and_what_is_late() {
        UUID late = clientOf(bank.chen, "Late Hospital");
        UUID due = clientOf(bank.chen, "Due Hospital");
        UUID seen = clientOf(bank.chen, "Seen Hospital");
        UUID gone = clientOf(bank.chen, "Forgiven Hospital");
        UUID id =
                owed(
                        late,
                        UUID.randomUUID(),
                        "2026-01-01T00:00:00Z",
                        "2026-02-01T00:00:00Z",
                        "OPEN");
        owed(due, UUID.randomUUID(), "2026-01-01T00:00:00Z", "2099-02-01T00:00:00Z", "OPEN");
        owed(seen, UUID.randomUUID(), "2099-01-01T00:00:00Z", "2099-02-01T00:00:00Z", "OPEN");
        UUID forgiven = UUID.randomUUID();
        owed(gone, forgiven, "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "OPEN");
        owed(gone, forgiven, "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "CANCELLED");
        Eventually.passes(
                GENEROUS,
                () ->
                        supervisor(bank.eastSupervisor)
                                .get("/units/" + bank.east + "/overview")
                                .then()
                                .statusCode(200)
                                .body(
                                        "managers.find { it.staffId == '%s' }.coverage"
                                                .formatted(bank.chen),
                                        equalTo(Map.of("met", 1, "due", 1, "overdue", 1))));
        rm(bank.chen)
                .get("/clients/" + late)
                .then()
                .body("obligations", hasSize(1))
                .body("obligations[0].obligationId", equalTo(id.toString()))
                .body("obligations[0].kind", equalTo("visit"))
                .body("obligations[0].state", equalTo("OVERDUE"))
                .body("obligations[0].dueAt", equalTo("2026-02-01T00:00:00Z"));
        rm(bank.chen).get("/clients/" + due).then().body("obligations.state", contains("DUE"));
        rm(bank.chen).get("/clients/" + seen).then().body("obligations.state", contains("MET"));
        rm(bank.chen).get("/clients/" + gone).then().body("obligations", hasSize(0));
    }

    private static UUID owed(UUID client, UUID id, String openedAt, String dueAt, String state) {
        send(
                Topics.VISITS,
                "obligation-changed",
                client,
                openedAt,
                "{\"obligationId\":\"%s\",\"kind\":\"visit\",\"key\":\"k\",\"clientId\":\"%s\",\"ownerId\":\"%s\",\"basis\":{\"row\":\"VI-06\"},\"openedAt\":\"%s\",\"warnAt\":\"%s\",\"dueAt\":\"%s\",\"clock\":\"ELAPSED\",\"state\":\"%s\",\"settingsVersion\":1}"
                        .formatted(id, client, bank.chen, openedAt, openedAt, dueAt, state));
        return id;
    }

    private static void visited(UUID client, UUID visit, String at) {
        send(
                Topics.VISITS,
                "visit-logged",
                client,
                at,
                "{\"visitId\":\"%s\",\"clientId\":\"%s\",\"rmId\":\"%s\",\"channel\":\"PHONE\",\"at\":\"%s\",\"durationMinutes\":20,\"late\":false}"
                        .formatted(visit, client, bank.lin, at));
    }

    private static void send(String topic, String type, UUID key, String at, String json) {
        TestTopics.send(
                topic,
                key.toString(),
                json,
                Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        "io.guanxi." + type + ".v1",
                        "ce_source",
                        "/guanxi/test",
                        "ce_subject",
                        key.toString(),
                        "ce_time",
                        at,
                        "ce_recordedat",
                        at,
                        "ce_sequence",
                        TestTopics.nextSequence()));
    }
}
