package io.guanxi.client.handover;

import static io.guanxi.client.Bank.admin;
import static io.guanxi.client.Bank.as;
import static io.guanxi.client.Bank.clientOf;
import static io.guanxi.client.Bank.rm;
import static io.guanxi.client.Bank.supervisor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.guanxi.client.Bank;
import io.guanxi.client.OnRealServers;
import io.guanxi.client.client.Client.Registered;
import io.guanxi.client.client.ClientEvent.ClientErased;
import io.guanxi.client.client.ClientStream;
import io.guanxi.contracts.Topics;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.service.personal.SubjectKeys;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.testing.TestTokens;
import io.guanxi.kit.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class HandoverResourceTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final String YES = "{\"approve\":true,\"reason\":\"agreed\"}";
    private static final String NO = "{\"approve\":false,\"reason\":\"not now\"}";
    private static Bank bank;

    @Inject BusinessClock clock;
    @Inject EventStore store;
    @Inject SubjectKeys keys;

    @BeforeEach
    void bank() {
        bank = bank == null ? new Bank("HAND") : bank;
    }

    @Test
    void a_whole_book_goes_over_when_a_second_person_allows_it() {
        String wei = newcomer("WEI");
        UUID one = clientOf(wei, "First of Wei");
        UUID two = clientOf(wei, "Second of Wei");
        String id = asked(Map.of("from", wei, "to", bank.chen, "all", true, "reason", "leaves"));
        String path = "/handovers/" + id;
        rm(wei).get("/clients/" + one).then().statusCode(200);
        supervisor(bank.eastSupervisor)
                .body(YES)
                .post(path + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("approval.own-request"));
        rm(bank.chen).body(YES).post(path + "/approval").then().statusCode(403);
        supervisor(bank.westSupervisor).body(YES).post(path + "/approval").then().statusCode(404);
        head().get("/approvals?assignee=me")
                .then()
                .statusCode(200)
                .body("items.thing", hasItem(path));
        supervisor(bank.eastSupervisor)
                .get("/approvals?assignee=me")
                .then()
                .body("items.thing", not(hasItem(path)));
        Instant waiting = clock.now();
        head().body(YES)
                .post(path + "/approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("clients", equalTo(2))
                .body("approval.decidedBy", equalTo(bank.head));
        head().get(path + "?asOf=" + waiting)
                .then()
                .statusCode(200)
                .body("state", equalTo("REQUESTED"))
                .body("approval.state", equalTo("PENDING"));
        head().get(path + "/history")
                .then()
                .statusCode(200)
                .body("items.type", contains("handover-requested", "handover-carried-out"));
        head().get(path + "/changes?from=" + waiting)
                .then()
                .statusCode(200)
                .body("items.find { it.field == '/state' }.after", equalTo("DONE"))
                .body("items.find { it.field == '/approval/decidedBy' }.after", equalTo(bank.head));
        for (String past : List.of("/history", "/changes?from=" + waiting)) {
            supervisor(bank.westSupervisor).get(path + past).then().statusCode(404);
        }
        for (UUID client : List.of(one, two)) {
            rm(wei).get("/clients/" + client).then().statusCode(404);
            rm(bank.chen).get("/clients/" + client).then().statusCode(200);
        }
        assertThat(
                        TestTopics.await(
                                Topics.DIRECTORY,
                                GENEROUS,
                                2,
                                m -> m.value().contains("HANDED_OVER") && m.value().contains(wei)))
                .hasSize(2);
        head().body(YES)
                .post(path + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("approval.not-pending"));
        admin().body("{}").post("/staff/" + wei + "/departure").then().statusCode(200);
    }

    @Test
    void what_was_said_of_one_client_is_forgotten_with_it() {
        String hui = newcomer("HUI");
        UUID client = clientOf(hui, "Only one of Hui");
        UUID other = clientOf(hui, "Another of Hui");
        String one = handover(hui, List.of(client), "Wang asked for it");
        String both = handover(hui, List.of(client, other), "too far");
        head().body("{\"approve\":false,\"reason\":\"Wang has thought better of it\"}")
                .post(one + "/approval")
                .then()
                .statusCode(200);
        supervisor(bank.eastSupervisor)
                .get("/clients/" + client + "/data-export")
                .then()
                .body(
                        "things.find { it.kind == 'approval' }.history[1].data.reason",
                        equalTo("Wang has thought better of it"));
        head().get(one).then().body("reason", equalTo("Wang asked for it"));
        keys.destroy(client);
        head().get(one).then().statusCode(200).body("reason", nullValue());
        head().get(both).then().body("reason", equalTo("too far"));
        supervisor(bank.eastSupervisor)
                .get("/clients/" + client + "/data-export")
                .then()
                .body("things.find { it.kind == 'approval' }.history[1].data.reason", nullValue());
    }

    private static String handover(String from, List<UUID> clients, String reason) {
        List<String> ids = clients.stream().map(UUID::toString).toList();
        return "/handovers/"
                + asked(Map.of("from", from, "to", bank.chen, "clientIds", ids, "reason", reason));
    }

    @Test
    void the_decision_checks_again_and_moves_all_or_nothing() {
        String mei = newcomer("MEI");
        UUID kept = clientOf(mei, "Kept by Mei");
        UUID gone = clientOf(mei, "Gone from Mei");
        String id =
                asked(
                        Map.of(
                                "from",
                                mei,
                                "to",
                                bank.chen,
                                "clientIds",
                                List.of(kept.toString(), gone.toString())));
        Bank.assign(supervisor(bank.eastSupervisor), bank.lin)
                .put("/clients/" + gone + "/relationship-manager")
                .then()
                .statusCode(200);
        head().body(YES)
                .post("/handovers/" + id + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("handover.not-the-owners"));
        rm(mei).get("/clients/" + kept).then().statusCode(200);
        head().body(NO)
                .post("/handovers/" + id + "/approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("REJECTED"));
    }

    @Test
    void who_asked_withdraws_and_may_ask_again() {
        String bo = newcomer("BO");
        clientOf(bo, "Of Bo");
        String id = asked(Map.of("from", bo, "to", bank.chen, "all", true));
        head().delete("/handovers/" + id + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("approval.not-requester"));
        supervisor(bank.eastSupervisor)
                .delete("/handovers/" + id + "/approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        asked(Map.of("from", bo, "to", bank.chen, "all", true));
    }

    @Test
    void refuses_what_cannot_be_at_once() {
        String an = newcomer("AN");
        refused(Map.of("from", an, "to", bank.chen, "all", true), "handover.nothing-to-hand-over");
        clientOf(an, "Of An");
        refused(Map.of("from", an, "to", an, "all", true), "handover.same-person");
        refused(Map.of("from", an, "to", bank.zhou, "all", true), "rm.unknown");
        refused(
                Map.of("from", an, "to", bank.chen, "clientIds", List.of(UUID.randomUUID())),
                "handover.not-the-owners");
        ask(supervisor(bank.eastSupervisor), Map.of("from", an, "to", bank.chen)).statusCode(400);
    }

    @Test
    void PR_02_one_more_than_the_cap_takes_a_second_person() {
        String full = "HAND-FULL";
        Bank.staff(full, bank.east, bank.eastSupervisor, "rm", "CORPORATE");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            lines.append(
                    "{\"kind\":\"PERSON\",\"name\":\"P\",\"unitId\":\"%s\",\"rmId\":\"%s\"}\n"
                            .formatted(bank.east, full));
        }
        Bank.lines(Bank.system(), lines.toString())
                .post("/clients/imports")
                .then()
                .body("created", equalTo(60));
        UUID client = Bank.clientOfUnit(bank.east, "The sixty-first");
        String path = "/clients/" + client + "/relationship-manager";
        Bank.assign(supervisor(bank.eastSupervisor), full)
                .put(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("portfolio.full"));
        Map<String, Object> override = Map.of("rmId", full, "override", true);
        supervisor(bank.eastSupervisor)
                .body(override)
                .put(path)
                .then()
                .statusCode(202)
                .body("rmId", nullValue())
                .body("approval.state", equalTo("PENDING"));
        supervisor(bank.eastSupervisor)
                .body(override)
                .put(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("approval.pending"));
        head().body(YES)
                .post(path + "/approval")
                .then()
                .statusCode(200)
                .body("rmId", equalTo(full))
                .body("approval", nullValue());
        supervisor(bank.eastSupervisor)
                .get("/units/" + bank.east + "/overview")
                .then()
                .statusCode(200)
                .body("managers.find { it.staffId == 'HAND-FULL' }.load", equalTo("1.0167"));
        supervisor(bank.westSupervisor)
                .get("/units/" + bank.east + "/overview")
                .then()
                .statusCode(404);
        String wu = newcomer("WU");
        UUID held = clientOf(wu, "Of Wu");
        refused(Map.of("from", wu, "to", full, "all", true), "portfolio.full");
        assertThat(
                        TestTopics.await(
                                Topics.CLIENTS,
                                GENEROUS,
                                1,
                                m ->
                                        m.type().endsWith("assignment-refused-full.v1")
                                                && m.value().contains(held.toString())))
                .allMatch(m -> m.value().contains(full));
        UUID next = Bank.clientOfUnit(bank.east, "The sixty-second");
        Bank.assign(supervisor(bank.eastSupervisor), full)
                .put("/clients/" + next + "/relationship-manager")
                .then()
                .statusCode(409);
        List<String> two = rm(full).get("/staff/" + full + "/portfolio?limit=2").path("items.id");
        two.forEach(one -> erasedAsItOnceWas(UUID.fromString(one)));
        Bank.assign(supervisor(bank.eastSupervisor), full)
                .put("/clients/" + next + "/relationship-manager")
                .then()
                .statusCode(200);
    }

    @Test
    void PR_15_clients_erased_while_they_stayed_in_the_book_hold_nothing_up() {
        String ning = newcomer("NING");
        UUID living = clientOf(ning, "Living of Ning");
        UUID named = clientOf(ning, "Named of Ning");
        String id =
                asked(
                        Map.of(
                                "from",
                                ning,
                                "to",
                                bank.chen,
                                "clientIds",
                                List.of(living.toString(), named.toString())));
        erasedAsItOnceWas(named);
        handedOver(id, 1);
        clientOf(ning, "Other of Ning");
        erasedAsItOnceWas(clientOf(ning, "Erased of Ning"));
        handedOver(asked(Map.of("from", ning, "to", bank.chen, "all", true)), 1);
        erasedAsItOnceWas(clientOf(ning, "Last of Ning"));
        admin().body("{}").post("/staff/" + ning + "/departure").then().statusCode(200);
    }

    private void handedOver(String id, int clients) {
        head().body(YES)
                .post("/handovers/" + id + "/approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("clients", equalTo(clients));
    }

    /** Before an erasure took the client off the book, it recorded this alone. */
    private void erasedAsItOnceWas(UUID id) {
        store.execute(
                CommandContext.of(UUID.randomUUID(), "svc:test", clock.now()),
                id,
                session -> {
                    Registered client = (Registered) session.load(ClientStream.CLIENT, id).state();
                    session.record(
                            ClientStream.CLIENT,
                            id,
                            new ClientErased(id, client.details().erased()));
                });
    }

    @Test
    void the_list_shows_the_own_part_of_the_bank() {
        String xu = newcomer("XU");
        clientOf(xu, "Of Xu");
        String id = asked(Map.of("from", xu, "to", bank.chen, "all", true));
        rm(xu).get("/handovers").then().body("items.id", hasItem(id));
        rm(bank.zhou).get("/handovers").then().body("items", hasSize(0));
        rm(bank.zhou).get("/handovers/" + id).then().statusCode(404);
        rm(bank.zhou).get("/handovers/" + UUID.randomUUID()).then().statusCode(404);
    }

    private static RequestSpecification head() {
        return as(TestTokens.token(bank.head, "head"));
    }

    private static ValidatableResponse ask(RequestSpecification who, Map<String, Object> body) {
        return who.body(body).post("/handovers").then();
    }

    private static String asked(Map<String, Object> body) {
        return ask(supervisor(bank.eastSupervisor), body)
                .statusCode(202)
                .body("state", equalTo("REQUESTED"))
                .body("approval.requestedBy", equalTo(bank.eastSupervisor))
                .extract()
                .path("id");
    }

    private static void refused(Map<String, Object> body, String code) {
        ask(supervisor(bank.eastSupervisor), body).statusCode(409).body("code", equalTo(code));
    }

    private static String newcomer(String name) {
        String code = "HAND-" + name;
        Bank.staff(code, bank.east, bank.eastSupervisor, "rm");
        return code;
    }
}
