package io.guanxi.kit.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.ForgedTokens;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(GuanxiTestResource.class)
class SecurityTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(1);
    private static final UUID OWN = UUID.fromString("019a0000-0000-7000-8000-0000000000a1");
    private static final UUID FOREIGN = UUID.fromString("019a0000-0000-7000-8000-0000000000a2");
    private static final UUID UNOWNED = UUID.fromString("019a0000-0000-7000-8000-0000000000a3");
    private static final UUID UNKNOWN = UUID.fromString("019a0000-0000-7000-8000-0000000000a4");

    @Inject DataSource database;

    @BeforeEach
    void directory() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "delete from book_unit; delete from book_staff; delete from book_client; delete from book_cover; delete from book_staff_version");
            statement.execute(
                    """
                    insert into book_unit (unit_id, parent_id, head_id) values
                        ('U-1', null, 'S-HEAD'), ('U-11', 'U-1', null), ('U-12', 'U-1', null);
                    insert into book_staff (staff_id, unit_id, roles, active) values
                        ('S-1', 'U-11', '{rm}', true), ('S-2', 'U-12', '{rm,supervisor}', true),
                        ('S-3', 'U-11', '{rm,admin}', true), ('S-9', 'U-11', '{rm}', false),
                        ('S-HEAD', 'U-9', '{head}', true);
                    insert into book_cover values
                        ('019a0000-0000-7000-8000-0000000000c1', 'S-2', 'S-3',
                         now() - interval '1 day', now() + interval '1 day', 'ACTIVE'),
                        ('019a0000-0000-7000-8000-0000000000c3', 'S-2', 'S-3',
                         now() - interval '1 hour', now() + interval '2 days', 'ACTIVE'),
                        ('019a0000-0000-7000-8000-0000000000c2', 'S-1', 'S-3',
                         now() - interval '2 days', now() - interval '1 day', 'ACTIVE')""");
            statement.execute(
                    ("insert into book_client (client_id, rm_id, unit_id, since) values ('%s', 'S-1', 'U-11', now()),"
                                    + " ('%s', 'S-2', 'U-12', now()), ('%s', null, 'U-11', now())")
                            .formatted(OWN, FOREIGN, UNOWNED));
        }
    }

    @Test
    void without_a_token_nothing_is_served() {
        refused(given().get("/toys/me"));
        refused(given().get("/admin/relay"));
        refused(given().header("Authorization", "Bearer x").get("/toys/me"));
        refused(given().header("Authorization", "Basic YTpi").get("/toys/me"));
    }

    /** Verified tokens are remembered, but not for longer than they say and clocks may differ. */
    @Test
    void a_token_ends_when_it_says_though_it_was_just_accepted() {
        Duration brief = Duration.ofSeconds(3);
        AtomicReference<Instant> end = new AtomicReference<>();
        String token =
                Eventually.get(
                        GENEROUS,
                        () -> {
                            end.set(Instant.now().plus(brief).plus(CLOCK_SKEW).plusSeconds(1));
                            String next = TestTokens.briefly(brief, "svc:test", "system");
                            return me(next).statusCode() == 200 ? next : null;
                        });
        Eventually.within(GENEROUS, () -> Instant.now().isAfter(end.get()));
        refused(me(token));
    }

    @Test
    void a_token_must_be_signed_by_the_issuer_now_and_for_us(@TempDir Path elsewhere) {
        me(TestTokens.system()).then().statusCode(200);
        ForgedTokens.all(elsewhere)
                .forEach(
                        (wrong, token) -> {
                            assertThat(me(token).statusCode()).as(wrong).isEqualTo(401);
                            refused(me(token));
                        });
    }

    /** One that the database cannot be asked for would fail those who ask together with it. */
    @Test
    void a_subject_is_text() {
        refused(me(TestTokens.token("S-\0", "rm")));
    }

    @Test
    void roles_are_those_of_token_and_directory() {
        roles("S-1", "rm").body("roles", containsInAnyOrder("RM"));
        roles("S-1", "rm", "admin").body("roles", containsInAnyOrder("RM"));
        roles("S-3", "admin").body("roles", containsInAnyOrder("ADMIN"));
        roles("S-9", "rm").body("roles", empty());
        roles("S-404", "rm", "supervisor", "head").body("roles", empty());
        roles("svc:core", "system").body("roles", containsInAnyOrder("SYSTEM"));
        roles("S-1", "system").body("roles", empty());
    }

    @Test
    void too_small_a_role_is_403() {
        me("/toys/admin-only", TestTokens.token("S-3", "rm", "admin")).then().statusCode(200);
        me("/toys/admin-only", TestTokens.token("S-1", "rm", "admin"))
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("role.too-small"));
    }

    @Test
    void a_manager_sees_the_own_clients_and_those_covered_now() {
        sees("S-1", "rm", OWN);
        unseen("S-1", "rm", FOREIGN, UNOWNED, UNKNOWN);
        sees("S-3", "rm", FOREIGN);
        unseen("S-3", "rm", OWN);
    }

    @Test
    void a_supervisor_sees_the_subtree() {
        sees("S-2", "supervisor", FOREIGN);
        unseen("S-2", "supervisor", OWN, UNOWNED);
        sees("S-HEAD", "head", OWN, FOREIGN, UNOWNED);
        unseen("S-HEAD", "head", UNKNOWN);
    }

    @Test
    void others_see_all_or_nothing() {
        sees("svc:core", "system", OWN, FOREIGN, UNOWNED);
        sees("A-1", "auditor", OWN);
        unseen("O-1", "operations", OWN);
        unseen("admin", "admin", OWN);
    }

    private static void sees(String id, String role, UUID... clients) {
        for (UUID client : clients) {
            me("/toys/clients/" + client, TestTokens.token(id, role)).then().statusCode(200);
        }
    }

    private static void unseen(String id, String role, UUID... clients) {
        for (UUID client : clients) {
            me("/toys/clients/" + client, TestTokens.token(id, role))
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("client.unknown"));
        }
    }

    private static ValidatableResponse roles(String id, String... groups) {
        return me(TestTokens.token(id, groups)).then().statusCode(200).body("id", equalTo(id));
    }

    private static Response me(String token) {
        return me("/toys/me", token);
    }

    private static Response me(String path, String token) {
        return given().auth().oauth2(token).get(path);
    }

    private static void refused(Response answer) {
        answer.then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("code", equalTo("token.invalid"));
    }
}
