package io.guanxi.scoring;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.testing.TestTokens;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

/** A service under test with a small bank: two managers in two units under one head. */
public abstract class ServiceTest {
    protected static final Duration GENEROUS = Duration.ofSeconds(60);

    protected static final RestAssuredConfig NDJSON =
            RestAssuredConfig.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .defaultContentCharset("UTF-8")
                                    .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));

    @Inject DataSource database;
    @Inject protected BusinessClock clock;

    @BeforeEach
    void directory() throws SQLException {
        execute(
                """
                insert into book_unit (unit_id, parent_id, head_id) values
                    ('U-1', null, 'S-HEAD'), ('U-11', 'U-1', null), ('U-12', 'U-1', null)
                on conflict do nothing;
                insert into book_staff (staff_id, unit_id, roles, active) values
                    ('S-1', 'U-11', '{rm}', true), ('S-2', 'U-12', '{rm}', true),
                    ('S-HEAD', 'U-1', '{head}', true)
                on conflict do nothing
                """);
    }

    protected void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A client of a manager, known here as its topics would have made it known. */
    protected UUID client(ClientKind kind, String rm) throws SQLException {
        UUID client = Uuids.v7();
        know(kind, rm, List.of(client));
        return client;
    }

    protected void know(ClientKind kind, String rm, Collection<UUID> clients) throws SQLException {
        String unit = rm.equals("S-1") ? "U-11" : "U-12";
        execute("insert into client values " + rows(clients, "('%s', '" + kind + "', 'ACTIVE')"));
        execute("insert into client_number values " + rows(clients, "('guanxi', '%1$s', '%1$s')"));
        execute(
                "insert into book_client (client_id, rm_id, unit_id, since) values "
                        + rows(clients, "('%s', '" + rm + "', '" + unit + "', now())"));
    }

    private static String rows(Collection<UUID> clients, String row) {
        return clients.stream().map(row::formatted).collect(Collectors.joining(", "));
    }

    protected LocalDate today() {
        return clock.today();
    }

    /** A line of {@code POST /activities} at noon of a day. */
    protected String fact(UUID client, String type, LocalDate day, String more) {
        return "{\"id\":\"%s\",\"source\":\"core\",\"client\":\"%s\",\"type\":\"%s\",\"at\":\"%s\",%s}"
                .formatted(
                        UUID.randomUUID(),
                        client,
                        type,
                        day.atTime(12, 0).atZone(clock.zone()).toInstant(),
                        more);
    }

    protected Response post(String... lines) {
        return facts(TestTokens.system(), String.join("\n", lines));
    }

    protected static Response facts(String token, String body) {
        return as(token)
                .config(NDJSON)
                .contentType("application/x-ndjson")
                .body(body)
                .post("/activities");
    }

    protected static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    protected static RequestSpecification manager(String staff) {
        return as(TestTokens.token(staff, "rm"));
    }

    protected static RequestSpecification head() {
        return as(TestTokens.token("S-HEAD", "head"));
    }

    protected static RequestSpecification system() {
        return as(TestTokens.system());
    }

    protected static void problem(Response answer, int status, String code) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }
}
