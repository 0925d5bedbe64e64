package io.guanxi.kit.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.guanxi.kit.service.toy.NoteImports;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Ten lines are answered at once here, and four share an append. */
@QuarkusTest
@QuarkusTestResource(GuanxiTestResource.class)
class ImportsTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final String NDJSON = "application/x-ndjson";

    @Inject NoteImports notes;
    @Inject DataSource database;

    @Test
    void ten_lines_are_answered_at_once_and_eleven_become_a_job() throws SQLException {
        sent(lines("ten", 10)).statusCode(200).body("created", equalTo(10));
        String job = job(sent(lines("eleven", 11)));
        JsonPath done = done(job);
        assertThat(done.getInt("lines")).isEqualTo(11);
        assertThat(done.getInt("created")).isEqualTo(11);
        assertThat(written("eleven")).isEqualTo(11);
        assertThat(count("select count(*) from import_chunk")).isZero();
        String id = job.substring(job.lastIndexOf('/') + 1);
        assertThat(
                        count(
                                "select count(*) from subject_key where wrapped is null"
                                        + " and subject = '"
                                        + id
                                        + "'"))
                .as("the key of its lines is destroyed")
                .isEqualTo(1);
        as("admin").get("/admin/imports?limit=1").then().body("items[0].id", equalTo(id));
    }

    @Test
    void more_lines_than_any_import_may_have_leave_nothing() throws SQLException {
        sent(lines("forty-one", 41)).statusCode(413).body("code", equalTo("import.too-many-lines"));
        assertThat(written("forty-one")).isZero();
        assertThat(count("select count(*) from import_job where state = 'RECEIVING'")).isZero();
    }

    @Test
    void what_is_wrong_with_a_line_stops_no_other() throws SQLException {
        String body =
                line("wrong-1", "red")
                        + "{\"colour\":\n"
                        + line("wrong-3", "grey")
                        + "{\"colour\":\"red\",\"shoe\":43}\n"
                        + "[]\n\u0001\n"
                        + line("wrong-1", "blue")
                        + "{\"colour\":\"red\",\"text\":\"wrong-8\",\"copies\":\"2\"}\n"
                        + line("wrong-9", "red");
        sent(body)
                .statusCode(200)
                .body("created", equalTo(2))
                .body("refused", equalTo(2))
                .body("invalid", equalTo(5))
                .body("items[1].code", equalTo("json.malformed"))
                .body("items[2].code", equalTo("note.same-colour"))
                .body("items[3].code", equalTo("field.unknown"))
                .body("items[3].errors[0].pointer", equalTo("/shoe"))
                .body("items[6].code", equalTo("note.same-colour"))
                .body("items[7].errors[0].pointer", equalTo("/copies"));
        assertThat(written("wrong")).isEqualTo(2);

        String job = job(sent(body.replace("wrong", "bad") + lines("bad-more", 3)));
        assertThat(done(job).getInt("created")).isEqualTo(5);
        as().get(job + "/lines?failed=true&limit=3")
                .then()
                .body("items", hasSize(3))
                .body("items[0].line", equalTo(2))
                .body("items[1].code", equalTo("note.same-colour"));
        String all = as().accept(NDJSON).get(job + "/lines").then().extract().asString();
        assertThat(all.lines()).hasSize(12).first().asString().contains("\"CREATED\"");
    }

    @Test
    void a_dry_run_decides_everything_and_stores_nothing() throws SQLException {
        long events = count("select count(*) from event");
        for (int n : new int[] {9, 14}) {
            String body = lines("dry", n) + line("dry-0", "green");
            ValidatableResponse answer =
                    as().contentType(NDJSON)
                            .body(body.getBytes(StandardCharsets.UTF_8))
                            .post("/notes/imports?dryRun=true")
                            .then();
            JsonPath said =
                    n == 9 ? answer.statusCode(200).extract().jsonPath() : done(job(answer));
            assertThat(said.getBoolean("dryRun")).isTrue();
            assertThat(said.getInt("created")).isEqualTo(n);
            assertThat(said.getInt("refused")).as("its text is taken").isEqualTo(1);
        }
        assertThat(written("dry")).isZero();
        assertThat(count("select count(*) from event")).isEqualTo(events);
        assertThat(count("select count(*) from import_chunk")).isZero();
    }

    @Test
    void a_line_that_comes_again_changes_nothing() throws SQLException {
        String id = UUID.randomUUID().toString();
        String one = "{\"id\":\"%s\",\"colour\":\"red\",\"text\":\"again\"}\n".formatted(id);
        String refused = one.replace("red", "grey");
        sent(one + one).body("created", equalTo(1)).body("existing", equalTo(1));
        sent(one + refused).body("existing", equalTo(2));
        String other = refused.replace(id, UUID.randomUUID().toString());
        sent(other + other).body("refused", equalTo(2)).body("items[1].code", startsWith("line."));
        assertThat(written("again")).isEqualTo(1);
    }

    @Test
    void an_import_with_the_same_key_gets_the_first_answer() throws SQLException {
        String key = UUID.randomUUID().toString();
        keyed(key, lines("key", 9)).statusCode(200).body("created", equalTo(9));
        keyed(key, lines("key", 9)).statusCode(200).body("created", equalTo(9));
        assertThat(written("key")).isEqualTo(9);

        String second = UUID.randomUUID().toString();
        String job = job(keyed(second, lines("jobkey", 12)));
        done(job);
        keyed(second, lines("jobkey", 12))
                .statusCode(202)
                .header("Location", job)
                .header("Idempotency-Replayed", "true")
                .body("created", equalTo(12));
        keyed(second, lines("jobkey", 13))
                .statusCode(422)
                .body("code", equalTo("idempotency.mismatch"));
        assertThat(written("jobkey")).isEqualTo(12);
    }

    @Test
    void a_job_that_breaks_off_in_the_middle_goes_on_and_stores_each_line_once()
            throws SQLException {
        notes.breakOffAfter(2);
        String job = job(sent(line("off-grey", "grey") + lines("off", 15)));
        JsonPath done = done(job);
        assertThat(notes.brokeOff()).isTrue();
        assertThat(done.getInt("created")).isEqualTo(15);
        assertThat(done.getInt("existing")).isZero();
        assertThat(done.getInt("refused")).isEqualTo(1);
        assertThat(written("off")).isEqualTo(15);
    }

    @Test
    void rows_of_csv_are_lines_whose_numbers_are_text() throws Exception {
        String csv =
                "\ufefftext,colour,copies\r\n\"csv, \"\"one\"\"\",red,2\r\ncsv two,red,many\r\n"
                        + "short\r\ncsv \u5173\u7cfb,blue,\r\n";
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(csv.getBytes(StandardCharsets.UTF_8));
        }
        as().contentType("text/csv")
                .header("Content-Encoding", "gzip")
                .body(zipped.toByteArray())
                .post("/notes/imports")
                .then()
                .statusCode(200)
                .body("created", equalTo(2))
                .body("items[1].errors[0].pointer", equalTo("/copies"))
                .body("items[2].code", equalTo("field.invalid"));
        as().contentType("text/csv")
                .body("text,colour,shoe\nx,red,43\n")
                .post("/notes/imports")
                .then()
                .body("items[0].code", equalTo("field.unknown"))
                .body("items[0].errors[0].pointer", equalTo("/shoe"));
    }

    @Test
    void what_is_no_import_of_this_kind_is_unknown_and_one_that_ended_stays() {
        as().get("/notes/imports/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("import.unknown"));
        String job = job(sent(lines("ended", 11)));
        done(job);
        as().delete(job).then().statusCode(200).body("state", equalTo("DONE"));
    }

    private static String job(ValidatableResponse answer) {
        return answer.statusCode(202)
                .header("Location", startsWith("/notes/imports/"))
                .extract()
                .header("Location");
    }

    private static JsonPath done(String job) {
        Eventually.within(
                GENEROUS,
                () -> as().get(job).then().extract().path("state").toString().equals("DONE"));
        return as().get(job).then().statusCode(200).extract().jsonPath();
    }

    private static ValidatableResponse sent(String lines) {
        return as().contentType(NDJSON)
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/notes/imports")
                .then();
    }

    private static ValidatableResponse keyed(String key, String lines) {
        return as().contentType(NDJSON)
                .header("Idempotency-Key", key)
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/notes/imports")
                .then();
    }

    private static String lines(String prefix, int count) {
        StringBuilder lines = new StringBuilder();
        for (int n = 0; n < count; n++) {
            lines.append(line(prefix + "-" + n, "red"));
        }
        return lines.toString();
    }

    private static String line(String text, String colour) {
        return "{\"colour\":\"%s\",\"text\":\"%s\"}\n".formatted(colour, text);
    }

    private static RequestSpecification as() {
        return as("system");
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.token("svc:core", role));
    }

    /** Notes whose text begins so, by their reservations. */
    private long written(String prefix) throws SQLException {
        return count(
                "select count(*) from reservation where scope = 'note-text' and key like '"
                        + prefix
                        + "%'");
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
