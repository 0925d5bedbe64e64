package io.guanxi.client.registration;

import static io.guanxi.client.Bank.rm;
import static io.guanxi.client.Bank.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.guanxi.client.Bank;
import io.guanxi.client.OnRealServers;
import io.guanxi.contracts.Topics;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class ClientImportTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static Bank bank;

    @BeforeEach
    void bank() {
        bank = bank == null ? new Bank("IMP") : bank;
    }

    @Test
    void imports_a_thousand_clients_with_their_owners() {
        StringBuilder lines = new StringBuilder();
        for (int n = 0; n < 1_000; n++) {
            String rm = n % 3 == 0 ? bank.lin : n % 3 == 1 ? bank.chen : bank.zhou;
            lines.append(
                    line("T" + n, "\"rmId\":\"" + rm + "\",\"rmSince\":\"2025-12-01T00:00:00Z\""));
        }
        imported(lines.toString()).body("created", equalTo(1_000)).body("refused", equalTo(0));
        rm(bank.lin)
                .get("/staff/" + bank.lin + "/portfolio")
                .then()
                .statusCode(200)
                .body("clients", equalTo(334))
                .body("items[0].rmSince", equalTo("2025-12-01T00:00:00Z"));
        imported(lines.toString()).body("created", equalTo(0)).body("refused", equalTo(1_000));
        assertThat(
                        TestTopics.await(
                                Topics.DIRECTORY,
                                GENEROUS,
                                334,
                                m ->
                                        m.type().endsWith("client-book-changed.v1")
                                                && m.value()
                                                        .contains("\"rmId\":\"" + bank.lin + "\"")))
                .hasSize(334);
    }

    @Test
    void rows_of_csv_are_as_good_as_lines_and_one_that_is_short_stops_nobody() {
        system().contentType("text/csv")
                .body(
                        "kind,name,unitId,externalIds[],address.line\n"
                                + "ORGANIZATION,\"Csv, First\",%1$s,,1 Harbour Road\n"
                                        .formatted(bank.east)
                                + "ORGANIZATION,Short\n"
                                + "ORGANIZATION,Csv Second,%1$s,,\n".formatted(bank.east))
                .post("/clients/imports")
                .then()
                .statusCode(200)
                .body("created", equalTo(2))
                .body("invalid", equalTo(1))
                .body("items[1].line", equalTo(2))
                .body("items[1].code", equalTo("field.invalid"));
    }

    @Test
    void a_repeated_import_by_id_stores_nothing_twice() {
        String line = line("R1", "\"id\":\"" + UUID.randomUUID() + "\"");
        imported(line).body("created", equalTo(1));
        imported(line).body("created", equalTo(0)).body("existing", equalTo(1));
    }

    @Test
    void a_refused_line_does_not_stop_the_others() {
        String lines =
                line("P1", "\"rmId\":\"" + bank.lin + "\"")
                        + line("P2", "\"rmId\":\"S-nil\"")
                        + line("P1", "\"rmId\":\"" + bank.lin + "\"")
                        + line("P3", "\"rmId\":\"" + bank.eastSupervisor + "\"")
                        + line("P4", "\"parentId\":\"" + UUID.randomUUID() + "\"")
                        + line("P5", "\"rmSince\":\"2999-01-01T00:00:00Z\"")
                        + line("P6", "\"shoe\":43")
                        + "\n"
                        + line("P7", "\"rmId\":\"" + bank.chen + "\"");
        imported(lines)
                .body("lines", equalTo(8))
                .body("created", equalTo(2))
                .body("items[0].result", equalTo("CREATED"))
                .body("items[1].code", equalTo("rm.unknown"))
                .body("items[2].code", equalTo("client.duplicate"))
                .body("items[3].code", equalTo("rm.not-qualified"))
                .body("items[4].code", equalTo("client.parent-unknown"))
                .body("items[5].result", equalTo("INVALID"))
                .body("items[6].code", equalTo("field.unknown"))
                .body("items[7].line", equalTo(9))
                .body("items[7].result", equalTo("CREATED"));
    }

    @Test
    void PR_02_lines_beyond_the_cap_are_refused_one_by_one_and_reported() {
        String full = bank.lin + "-60";
        Bank.staff(full, bank.east, bank.eastSupervisor, "rm", "CORPORATE");
        StringBuilder lines = new StringBuilder();
        for (int n = 0; n < 62; n++) {
            lines.append(line("C" + n, "\"rmId\":\"" + full + "\""));
        }
        imported(lines.toString())
                .body("created", equalTo(60))
                .body("refused", equalTo(2))
                .body("items[60].code", equalTo("portfolio.full"));
        assertThat(
                        TestTopics.await(
                                Topics.CLIENTS,
                                GENEROUS,
                                2,
                                m ->
                                        m.type().endsWith("assignment-refused-full.v1")
                                                && m.value().contains(full)))
                .hasSize(2);
    }

    @Test
    void ten_thousand_lines_are_answered_at_once_and_one_more_makes_a_job() {
        imported("{}\n".repeat(10_000)).body("invalid", equalTo(10_000));
        String job =
                system().contentType("application/x-ndjson")
                        .body("{}\n".repeat(10_000) + line("J1", "\"rmId\":\"" + bank.chen + "\""))
                        .post("/clients/imports")
                        .then()
                        .statusCode(202)
                        .body("lines", equalTo(10_001))
                        .extract()
                        .header("Location");
        Eventually.within(
                GENEROUS, () -> system().get(job).then().extract().path("state").equals("DONE"));
        system().get(job).then().body("invalid", equalTo(10_000)).body("created", equalTo(1));
    }

    @Test
    void a_dry_run_knows_the_cap_of_a_book_and_leaves_no_client() {
        String small = bank.lin + "-dry";
        Bank.staff(small, bank.east, bank.eastSupervisor, "rm", "CORPORATE");
        StringBuilder lines = new StringBuilder();
        for (int n = 0; n < 61; n++) {
            lines.append(line("D" + n, "\"rmId\":\"" + small + "\""));
        }
        system().contentType("application/x-ndjson")
                .body(lines.toString())
                .post("/clients/imports?dryRun=true")
                .then()
                .statusCode(200)
                .body("created", equalTo(60))
                .body("items[60].code", equalTo("portfolio.full"));
        rm(small).get("/staff/" + small + "/portfolio").then().body("clients", equalTo(0));
        imported(lines.toString()).body("created", equalTo(60));
    }

    @Test
    void only_a_system_imports() {
        rm(bank.lin)
                .contentType("application/x-ndjson")
                .body(line("X", "\"segment\":\"SCHOOL\""))
                .post("/clients/imports")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse imported(String lines) {
        return system().contentType("application/x-ndjson")
                .body(lines)
                .post("/clients/imports")
                .then()
                .statusCode(200);
    }

    private static String line(String number, String more) {
        return "{\"kind\":\"ORGANIZATION\",\"name\":\"Import %s\",\"unitId\":\"%s\",\"externalIds\":[{\"system\":\"imp\",\"value\":\"%s\"}],%s}\n"
                .formatted(number, bank.east, number, more);
    }
}
