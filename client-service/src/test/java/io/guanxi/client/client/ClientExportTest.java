package io.guanxi.client.client;

import static io.guanxi.client.Bank.rm;
import static io.guanxi.client.Bank.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.guanxi.client.Bank;
import io.guanxi.client.OnRealServers;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class ClientExportTest {
    private static final String LINE =
            "{\"kind\":\"PERSON\",\"name\":\"Person, %1$d\",\"unitId\":\"%2$s\",\"rmId\":\"%3$s\",\"flags\":[\"CORE\",\"GOLDEN\"]}\n";
    private static Bank bank;

    @Inject
    @DataSource("write")
    javax.sql.DataSource database;

    @BeforeEach
    void bank() {
        if (bank == null) {
            bank = new Bank("EXP");
            StringBuilder lines = new StringBuilder();
            for (int n = 0; n < 60; n++) {
                lines.append(LINE.formatted(n, bank.east, n < 20 ? bank.lin : bank.chen));
            }
            system().contentType("application/x-ndjson")
                    .body(lines.toString())
                    .post("/clients/imports")
                    .then()
                    .body("created", equalTo(60));
        }
    }

    @Test
    void a_manager_takes_out_the_own_book_and_that_is_noted() throws SQLException {
        List<String> rows = lines(rm(bank.lin), "/exports/clients");
        assertThat(rows).hasSize(20).allMatch(row -> row.contains(bank.lin));
        assertThat(rows.getFirst()).contains("Person, ").contains("changedAt");
        assertThat(noted(bank.lin)).isEqualTo(20);
    }

    @Test
    void csv_has_a_heading_and_reads_as_it_is_taken() {
        List<String> rows = lines(rm(bank.chen).accept("text/csv"), "/exports/clients");
        assertThat(rows).hasSize(41);
        assertThat(rows.getFirst()).startsWith("id,kind,name,segment,unitId,flags[],");
        assertThat(rows.get(1)).contains(",PERSON,\"Person, ").contains(",CORE;GOLDEN,");
    }

    @Test
    void only_what_changed_since_is_taken_out_again() {
        String last =
                lines(rm(bank.lin), "/exports/clients").stream()
                        .map(row -> row.replaceFirst(".*\"changedAt\":\"([^\"]+)\".*", "$1"))
                        .max(String::compareTo)
                        .orElseThrow();
        assertThat(lines(rm(bank.lin), "/exports/clients?since=" + last)).isNotEmpty();
        assertThat(lines(rm(bank.lin), "/exports/clients?since=2999-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void people_and_units_are_everybodys() {
        assertThat(lines(rm(bank.lin), "/exports/staff")).anyMatch(row -> row.contains(bank.chen));
        assertThat(lines(rm(bank.lin), "/exports/units")).anyMatch(row -> row.contains(bank.east));
    }

    private static List<String> lines(RequestSpecification as, String path) {
        return as.get(path).then().statusCode(200).extract().asString().lines().toList();
    }

    private long noted(String reader) throws SQLException {
        String sql =
                "select coalesce(sum(cardinality(client_ids)), 0) from personal_read"
                        + " where operation = 'export' and reader_id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, reader);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
