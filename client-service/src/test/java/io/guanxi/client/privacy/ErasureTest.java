package io.guanxi.client.privacy;

import static io.guanxi.client.Bank.as;
import static io.guanxi.client.Bank.rm;
import static io.guanxi.client.Bank.supervisor;
import static io.guanxi.client.Bank.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.guanxi.client.Bank;
import io.guanxi.client.OnRealServers;
import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.clients.ClientErasureConfirmed;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.Planted;
import io.guanxi.kit.testing.TestTokens;
import io.guanxi.kit.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The personal data of a person: hidden while they are kept, and gone when they are erased. */
@QuarkusTest
@OnRealServers
class ErasureTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final String RESIDENT_ID = "11010519491231002X";
    private static final Planted PLANTED =
            new Planted("Ouyang Plantedname", RESIDENT_ID, "7 Planted Lane", "plantedgoal");
    private static Bank bank;

    @Inject DataSource database;

    @BeforeEach
    void bank() {
        bank = bank == null ? new Bank("ERASE") : bank;
    }

    @Test
    void a_person_is_hidden_then_forgotten_everywhere_and_the_certificate_says_so()
            throws SQLException {
        UUID id = person();
        String erasure = "/clients/" + id + "/erasure";
        hiddenWhereNobodyReads();
        east().get("/clients/" + id + "/data-export")
                .then()
                .statusCode(200)
                .body("service", equalTo("client-service"))
                .body("complete", equalTo(true))
                .body("tables.client_view[0].name", equalTo("Ouyang Plantedname"))
                .body(
                        "things[0].history[0].data.personal.personName",
                        equalTo("Ouyang Plantedname"))
                .body(
                        "elsewhere.service",
                        contains("visit-service", "scoring-service", "notification-service"))
                .body("elsewhere.path[0]", equalTo("/clients/" + id + "/data-export"));

        leftByARebuild();
        east().body(Map.of("reason", "the client asked for it"))
                .post(erasure)
                .then()
                .statusCode(202)
                .body("state", equalTo("REQUESTED"))
                .body("approval.requestedBy", equalTo(bank.eastSupervisor));
        east().body(Map.of("approve", true)).post(erasure + "/approval").then().statusCode(409);
        east().get("/clients/" + id + "/data-export")
                .then()
                .body(
                        "things.find { it.kind == 'approval' }.history.type",
                        contains("approval-requested"));
        head().body(Map.of("approve", true, "reason", "seen"))
                .post(erasure + "/approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("UNDER_WAY"));

        Eventually.within(
                GENEROUS,
                () ->
                        head().get(erasure)
                                .path("confirmations.service")
                                .equals(List.of("client-service")));
        goneEverywhere(id);
        head().get(erasure)
                .then()
                .body("confirmations[0].stores", contains("subject_key", "client_view"))
                .body("missing", hasItem("visit-service"));

        confirmed(Topics.VISITS, id);
        confirmed(Topics.SCORES, id);
        confirmed(Topics.ALERTS, id);
        Eventually.within(
                GENEROUS, () -> "CERTIFIED".equals(head().get(erasure).<String>path("state")));
        head().get(erasure)
                .then()
                .body("certifiedAt", notNullValue())
                .body("missing.size()", equalTo(0));
        assertThat(person()).as("the resident id is free again").isNotEqualTo(id);
    }

    private void hiddenWhereNobodyReads() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(PLANTED.inTables(connection, Set.of("client_view"))).isEmpty();
        }
        for (String topic : List.of(Topics.CLIENTS, Topics.DIRECTORY)) {
            TestTopics.read(topic).forEach(m -> assertThat(PLANTED.in(topic, m.value())).isEmpty());
        }
    }

    /** As a process leaves it that dies while it rebuilds the list of clients. */
    private void leftByARebuild() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select rebuild_begin('{client_view}')");
            statement.execute("insert into rebuild.client_view select * from client_view");
            assertThat(PLANTED.inTables(connection, Set.of()))
                    .contains("table \"rebuild\".\"client_view\" holds " + RESIDENT_ID);
        }
    }

    private void goneEverywhere(UUID id) throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(PLANTED.inTables(connection, Set.of())).isEmpty();
        }
        east().get("/clients/" + id)
                .then()
                .statusCode(200)
                .body("name", nullValue())
                .body("state", equalTo("ERASED"));
        rm(bank.lin)
                .body(Map.of("name", "Somebody Else"))
                .patch("/clients/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("client.erased"));
    }

    @Test
    void PR_15_an_erased_client_leaves_the_book_and_keeps_nobody_from_leaving() {
        String leaver = "ERASE-LEAVER";
        Bank.staff(leaver, bank.east, bank.eastSupervisor, "rm");
        UUID id = Bank.clientOf(leaver, "Forgotten Hospital");
        String erasure = "/clients/" + id + "/erasure";
        east().body(Map.of("reason", "asked")).post(erasure).then().statusCode(202);
        head().body(Map.of("approve", true)).post(erasure + "/approval").then().statusCode(200);
        east().get("/staff/" + leaver + "/portfolio")
                .then()
                .statusCode(200)
                .body("clients", equalTo(0))
                .body("items.size()", equalTo(0));
        east().get("/units/" + bank.east + "/overview")
                .then()
                .body("managers.find { it.staffId == 'ERASE-LEAVER' }.clients", equalTo(0));
        Bank.admin().body("{}").post("/staff/" + leaver + "/departure").then().statusCode(200);
    }

    @Test
    void a_legal_hold_comes_first() {
        UUID id = Bank.clientOf(bank.lin, "Held Hospital");
        String hold =
                east().body(Map.of("reason", "a case in court"))
                        .post("/clients/" + id + "/legal-holds")
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("Location");
        String erasure = "/clients/" + id + "/erasure";
        east().body(Map.of("reason", "asked"))
                .post(erasure)
                .then()
                .statusCode(409)
                .body("code", equalTo("client.legal-hold"));
        east().delete(hold).then().statusCode(200).body("holds.size()", equalTo(0));
        east().body(Map.of("reason", "asked")).post(erasure).then().statusCode(202);
        east().delete(erasure + "/approval").then().statusCode(200).body("state", equalTo("NONE"));
        supervisor(bank.westSupervisor).get(erasure).then().statusCode(404);
        rm(bank.lin).get(erasure).then().statusCode(403);
    }

    @Test
    void names_are_told_by_the_book_of_the_final_reader_and_every_reading_is_noted() {
        UUID mine = Bank.clientOf(bank.lin, "Named Hospital");
        UUID foreign = Bank.clientOf(bank.zhou, "Unnamed Hospital");
        names(bank.lin, mine, foreign, UUID.randomUUID())
                .then()
                .statusCode(200)
                .body("items.name", contains("Named Hospital"));
        names("nobody", mine).then().statusCode(200).body("items.size()", equalTo(0));
        rm(bank.lin)
                .body(Map.of("ids", List.of(mine), "onBehalfOf", bank.lin))
                .post("/names")
                .then()
                .statusCode(403);
        as(TestTokens.token("svc:audit", "auditor"))
                .get("/clients/" + mine + "/reads")
                .then()
                .statusCode(200)
                .body("items[0].operation", equalTo("names"))
                .body("items[0].onBehalfOf", equalTo(bank.lin));
    }

    private static io.restassured.response.Response names(String reader, UUID... ids) {
        return system().body(Map.of("ids", List.of(ids), "onBehalfOf", reader)).post("/names");
    }

    private static UUID person() {
        return UUID.fromString(
                rm(bank.lin)
                        .body(
                                Map.of(
                                        "kind", "PERSON",
                                        "name", "Ouyang Plantedname",
                                        "identifiers", Map.of("residentId", RESIDENT_ID),
                                        "address", Map.of("line", "7 Planted Lane"),
                                        "profile", Map.of("goals", List.of("plantedgoal"))))
                        .post("/clients")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
    }

    private static void confirmed(String topic, UUID id) {
        TestTopics.send(
                topic,
                id.toString(),
                "{\"clientId\":\"" + id + "\",\"stores\":[\"subject_key\"]}",
                Map.of(
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", Contract.ceType(ClientErasureConfirmed.class),
                        "ce_sequence", TestTopics.nextSequence(),
                        "ce_time", "2026-01-05T00:00:00Z",
                        "ce_recordedat", "2026-01-05T00:00:00Z"));
    }

    private static RequestSpecification east() {
        return supervisor(bank.eastSupervisor);
    }

    private static RequestSpecification head() {
        return as(TestTokens.token(bank.head, "head"));
    }
}
