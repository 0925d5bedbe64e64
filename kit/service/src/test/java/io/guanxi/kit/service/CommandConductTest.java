package io.guanxi.kit.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.service.personal.SubjectKeys;
import io.guanxi.kit.service.toy.Note;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GuanxiTestResource.class)
class CommandConductTest {
    @Inject EventStore store;
    @Inject SubjectKeys keys;
    @Inject DataSource database;

    @Test
    void a_create_answers_where_the_thing_is() {
        Response created = post("{\"colour\":\"red\",\"text\":\"hello\"}", null);
        created.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Idempotency-Replayed", nullValue());
        as().get(created.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("text", equalTo("hello"));
    }

    @Test
    void the_same_key_and_body_get_the_first_answer_and_another_body_none() {
        String key = UUID.randomUUID().toString();
        Response first = post("{\"colour\":\"red\",\"text\":\"x\"}", key);
        Response again = post("{\"text\":\"x\",\"colour\":\"red\"}", key);
        again.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"))
                .header("ETag", "\"1\"");
        code(post("{\"colour\":\"blue\"}", key), 422, "idempotency.mismatch");
    }

    @Test
    void what_was_asked_cannot_be_tried_out_from_what_is_stored() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(new byte[] {1});
        UUID command = UUID.randomUUID();
        Instant now = Instant.now();
        store.execute(
                new CommandContext(
                        command, digest, 201, OptionalInt.empty(), "S-1", now, now, null),
                Note.NOTES,
                UUID.randomUUID(),
                new Note.Command.Write("red", "x"));
        byte[] stored = store.known(List.of(command)).get(command).requestHash();
        assertThat(stored).hasSize(32).isNotEqualTo(digest).isEqualTo(keys.keyed(digest));
    }

    @Test
    void without_a_key_or_an_id_the_same_again_is_another_one() {
        Response first = post("{\"colour\":\"red\"}", null);
        Response again = post("{\"colour\":\"red\"}", null);
        again.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        assertThat(again.header("Location")).isNotEqualTo(first.header("Location"));
    }

    @Test
    void a_key_belongs_to_its_caller_and_its_address() {
        String key = UUID.randomUUID().toString();
        Response first = post("{\"colour\":\"red\"}", key);
        Response other =
                given().auth()
                        .oauth2(TestTokens.token("svc:other", "system"))
                        .header("Idempotency-Key", key)
                        .contentType("application/json")
                        .body("{\"colour\":\"red\"}")
                        .post("/notes");
        other.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        assertThat(other.header("Location")).isNotEqualTo(first.header("Location"));
    }

    @Test
    void the_same_id_is_safe_to_repeat_and_taken_for_others() {
        String body = "{\"id\":\"" + UUID.randomUUID() + "\",\"colour\":\"red\"}";
        post(body, null).then().statusCode(201);
        post(body, null).then().statusCode(201).header("Idempotency-Replayed", "true");
        code(post(body.replace("red", "blue"), null), 422, "idempotency.mismatch");
        code(as().contentType("application/json").body(body).post("/scraps"), 409, "id.taken");
        code(post(body, "another key"), 409, "note.already-written");
    }

    @Test
    void of_twins_one_acts_and_the_others_replay() throws Exception {
        String key = UUID.randomUUID().toString();
        try (ExecutorService pool = Executors.newFixedThreadPool(12)) {
            Callable<Response> create = () -> post("{\"colour\":\"red\"}", key);
            List<Future<Response>> twins =
                    pool.invokeAll(Stream.generate(() -> create).limit(24).toList());
            int acted = 0;
            String location = null;
            for (Future<Response> twin : twins) {
                Response answer = twin.get();
                answer.then().statusCode(201);
                acted += answer.header("Idempotency-Replayed") == null ? 1 : 0;
                location = location == null ? answer.header("Location") : location;
                assertThat(answer.header("Location")).isEqualTo(location);
            }
            assertThat(acted).isEqualTo(1);
        }
    }

    @Test
    void a_bad_key_is_refused() {
        code(post("{\"colour\":\"red\"}", "x".repeat(256)), 400, "idempotency.key-invalid");
        code(post("{\"colour\":\"red\"}", ""), 400, "idempotency.key-invalid");
    }

    @Test
    void a_version_that_was_seen_is_honoured() {
        String note = post("{\"colour\":\"red\"}", null).header("Location");
        code(paint(note, "blue", "\"7\""), 412, "version.stale");
        paint(note, "blue", "\"1\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("colour", equalTo("blue"));
        code(paint(note, "green", "\"1\""), 412, "version.stale");
        code(paint(note, "green", "W/\"2\""), 412, "version.stale");
        code(paint(note, "green", "\"abc\""), 412, "version.stale");
        code(paint(note, "green", "2"), 400, "if-match.invalid");
        paint(note, "green", "*").then().statusCode(200).header("ETag", "\"3\"");
    }

    @Test
    void a_rule_refuses_with_its_own_code() {
        String note = post("{\"colour\":\"red\"}", null).header("Location");
        code(
                as().contentType("application/json").body("{\"colour\":\"red\"}").patch(note),
                409,
                "note.same-colour");
    }

    @Test
    void personal_text_is_gone_with_its_key() {
        String location =
                post("{\"colour\":\"red\",\"text\":\"of a person\"}", null).header("Location");
        UUID id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        assertThat(store.load(Note.NOTES, id).state().text()).isEqualTo("of a person");
        keys.destroy(id);
        assertThat(store.load(Note.NOTES, id).state().text()).isNull();
        as().get(location)
                .then()
                .statusCode(200)
                .body("colour", equalTo("red"))
                .body("text", nullValue());
    }

    @Test
    void the_working_role_cannot_change_what_happened() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql :
                    List.of(
                            "update event set version = version",
                            "delete from event",
                            "truncate event",
                            "update command set version = version",
                            "delete from command",
                            "update personal_read set at = at",
                            "delete from personal_read",
                            "delete from subject_key",
                            "select setval('event_position_seq', 1)",
                            "select rebuild_begin('{event}')",
                            "select rebuild_begin('{personal_read}')",
                            "select rebuild_begin('{subject_key}')",
                            "select rebuild_begin('{flyway_kit_history}')",
                            "drop table event",
                            "alter table event disable trigger fence")) {
                assertThatThrownBy(() -> statement.execute(sql))
                        .isInstanceOf(SQLException.class)
                        .extracting(e -> ((SQLException) e).getSQLState())
                        .isEqualTo("42501");
            }
        }
    }

    @Test
    void the_working_role_may_change_rows_where_they_are_meant_to_change_and_nowhere_else()
            throws SQLException {
        List<String> kept =
                List.of(
                        "command",
                        "event",
                        "flyway_kit_history",
                        "flyway_schema_history",
                        "personal_read");
        assertThat(lacking("UPDATE")).containsExactlyElementsOf(kept);
        assertThat(lacking("DELETE"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(kept.stream(), Stream.of("subject_key")).toList());
        assertThat(names("r", "has_table_privilege(oid, 'TRUNCATE, REFERENCES, TRIGGER')"))
                .isEmpty();
        assertThat(names("S", "has_sequence_privilege(oid, 'UPDATE')")).isEmpty();
        assertThat(names("r", "pg_has_role(relowner, 'MEMBER')")).isEmpty();
    }

    private List<String> lacking(String privilege) throws SQLException {
        return names("r", "not has_table_privilege(oid, '" + privilege + "')");
    }

    /** Relations of our schema of which it is so, by name. */
    private List<String> names(String kind, String condition) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select relname from pg_class where relnamespace = 'public'::regnamespace"
                                        + " and case when relkind = '%s' then %s end order by relname collate \"C\""
                                                .formatted(kind, condition))) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static Response paint(String note, String colour, String seen) {
        return as().contentType("application/json")
                .header("If-Match", seen)
                .body("{\"colour\":\"" + colour + "\"}")
                .patch(note);
    }

    private static Response post(String body, String key) {
        RequestSpecification request = as().contentType("application/json").body(body);
        return key == null
                ? request.post("/notes")
                : request.header("Idempotency-Key", key).post("/notes");
    }

    private static void code(Response answer, int status, String code) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    private static RequestSpecification as() {
        return given().auth().oauth2(TestTokens.system());
    }
}
