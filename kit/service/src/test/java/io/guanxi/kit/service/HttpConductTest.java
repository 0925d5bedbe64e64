package io.guanxi.kit.service;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GuanxiTestResource.class)
class HttpConductTest {
    private static final String PROBLEM = "application/problem+json";

    @Test
    void a_good_body_is_read() {
        json("{\"name\":\"a\",\"pieces\":1,\"price\":\"1.50\",\"kind\":\"BALL\","
                        + "\"owner\":\"019a0000-0000-7000-8000-000000000001\","
                        + "\"since\":\"2026-01-05T00:00:00Z\",\"parts\":[{\"size\":1}]}")
                .post("/toys/echo")
                .then()
                .statusCode(200)
                .header("X-Content-Type-Options", "nosniff")
                .body("name", equalTo("a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"a\",\"pieces\":1.7}|field.invalid|/pieces",
                "{\"name\":\"a\",\"pieces\":\"1\"}|field.invalid|/pieces",
                "{\"name\":\"a\",\"pieces\":99999999999}|field.invalid|/pieces",
                "{\"name\":\"a\",\"pieces\":null}|field.invalid|/pieces",
                "{\"pieces\":1,\"name\":7}|field.invalid|/name",
                "{\"pieces\":1,\"name\":true}|field.invalid|/name",
                "{\"pieces\":1,\"name\":[\"a\"]}|field.invalid|/name",
                "{\"pieces\":1,\"name\":\"a\\u0000b\"}|field.invalid|/name",
                "{\"pieces\":1,\"name\":\"\\ud800\"}|field.invalid|/name",
                "{\"pieces\":1,\"name\":\" \"}|field.invalid|/name",
                "{\"pieces\":1}|field.invalid|/name",
                "{\"pieces\":1,\"name\":\"12345678901\"}|field.invalid|/name",
                "{\"pieces\":1,\"name\":\"a\",\"owner\":\"1-1-1-1-1\"}|field.invalid|/owner",
                "{\"pieces\":1,\"name\":\"a\",\"since\":\"yesterday\"}|field.invalid|/since",
                "{\"pieces\":1,\"name\":\"a\",\"kind\":\"CAR\"}|field.invalid|/kind",
                "{\"pieces\":1,\"name\":\"a\",\"kind\":1}|field.invalid|/kind",
                "{\"pieces\":1,\"name\":\"a\",\"parts\":{}}|field.invalid|/parts",
                "{\"pieces\":1,\"name\":\"a\",\"parts\":[{\"size\":1},{\"size\":6}]}|field.invalid|/parts/1/size",
                "{\"pieces\":1,\"name\":\"a\",\"colour\":\"red\"}|field.unknown|/colour",
                "[]|field.invalid|``",
                "{\"pieces\":1,\"name\":\"a\",\"price\":\"1e9\"}|field.invalid|/price",
                "\"text\"|field.invalid|``",
            })
    void a_bad_field_is_named(String body, String code, String pointer) {
        problem(json(body).post("/toys/echo").then(), 400, code)
                .body("errors.pointer", hasItem(pointer == null ? "" : pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"pieces\":1,\"name\":\"a\"} x", "nul", "{'name':1}"})
    void what_is_no_json_is_refused(String body) {
        problem(json(body).post("/toys/echo").then(), 400, "json.malformed");
    }

    @Test
    void too_deep_json_is_refused() {
        String deep = "{\"a\":".repeat(1000) + "1" + "}".repeat(1000);
        rm().contentType("application/json")
                .body(deep)
                .patch("/toys/019a0000-0000-7000-8000-000000000001")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    @Test
    void text_deep_in_a_tree_is_as_strict() {
        problem(
                json("{\"a\":[{\"b\":\"x\\u0000\"}]}")
                        .patch("/toys/019a0000-0000-7000-8000-000000000001")
                        .then(),
                400,
                "field.invalid");
    }

    @Test
    void no_body_and_null_are_refused() throws Exception {
        problem(json("null").post("/toys/echo").then(), 400, "body.missing");
        problem(json("").post("/toys/echo").then(), 400, "body.missing");
        assertThat(raw(HttpRequest.BodyPublishers.noBody()))
                .startsWith("400 ")
                .contains("body.missing");
    }

    @Test
    void bad_utf8_is_refused() {
        byte[] bytes = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xc3, '"', '}'};
        rm().contentType("application/json")
                .body(bytes)
                .post("/toys/echo")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=x,?limit",
        "limit=0,?limit",
        "limit=501,?limit",
        "limit=1.5,?limit",
        "cursor=%21,?cursor",
        "cursor=AAAA,?cursor",
        "kind=CAR,?kind",
        "min=1.7,?min",
        "min=x,?min",
        "at=now,?at",
        "colour=red,?colour"
    })
    void a_bad_parameter_is_named(String query, String pointer) {
        rm().urlEncodingEnabled(false)
                .get("/toys?" + query)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void lists_page_by_cursor_and_link() {
        String next =
                rm().get("/toys?limit=100&kind=BALL")
                        .then()
                        .statusCode(200)
                        .body("items.size()", equalTo(100))
                        .header("Link", matchesPattern("</toys\\?.*cursor=.*>; rel=\"next\""))
                        .extract()
                        .path("next");
        rm().get("/toys?limit=100&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(20))
                .body("items[0].n", equalTo(101))
                .header("Link", nullValue());
    }

    @Test
    void an_id_that_is_none_is_an_unknown_id() {
        var unknown = rm().get("/toys/019a0000-0000-7000-8000-000000000001");
        problem(unknown.then(), 404, "toy.unknown");
        var none = rm().get("/toys/7");
        problem(none.then(), 404, "toy.unknown").body("detail", equalTo(unknown.path("detail")));
    }

    @Test
    void what_is_not_served_is_said() {
        problem(rm().get("/nothing").then(), 404, "path.unknown");
        problem(rm().urlEncodingEnabled(false).get("/toys/a%00b").then(), 404, "path.unknown");
        problem(rm().get("/toys?kind=" + "x".repeat(9_000)).then(), 414, "address.too-long");
        problem(rm().delete("/toys").then(), 405, "method.not-allowed");
        problem(
                rm().contentType("text/plain").body("x").post("/toys/echo").then(),
                415,
                "type.unsupported");
        problem(rm().accept("text/html").get("/toys/me").then(), 406, "type.not-acceptable");
    }

    @Test
    void a_body_over_10_MiB_is_refused_however_it_is_sent() throws Exception {
        byte[] large = ("{\"name\":\"" + "x".repeat(11 << 20) + "\"}").getBytes(UTF_8);
        problem(
                rm().contentType("application/json").body(large).post("/toys/echo").then(),
                413,
                "body.too-large");
        var chunked =
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
        assertThat(raw(chunked, "Content-Type", "application/json"))
                .startsWith("413 ")
                .contains("body.too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"536870913", "999999999999999999", "9223372036854775807"})
    void a_body_of_any_length_announced_is_refused_at_once(String length) throws IOException {
        assertThat(announced(length))
                .startsWith("HTTP/1.1 413 ")
                .contains(PROBLEM)
                .contains("body.too-large");
    }

    /** Refused before any of our code sees it, and so without words. */
    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "99999999999999999999999999", "-1", "1e3", "x"})
    void a_length_that_is_none_is_refused_at_once(String length) throws IOException {
        assertThat(announced(length)).startsWith("HTTP/1.1 400 ");
    }

    /** All that is said until the connection is closed. */
    private static String announced(String length) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(
                            ("POST /toys/echo HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                                                    .formatted(TestTokens.system())
                                            + "Content-Type: application/json\r\n"
                                            + "Content-Length: %s\r\n\r\n{".formatted(length))
                                    .getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    void lines_are_streamed_and_limited() throws IOException {
        String lines = "{\"a\":1}\n\r\n{\"a\":2}\r\n{\"a\":3}";
        ndjson(lines.getBytes(UTF_8))
                .post("/toys/lines")
                .then()
                .statusCode(200)
                .body("lines", equalTo(3));
        byte[] many = "{\"a\":1}\n".repeat(2 << 20).getBytes(UTF_8);
        ndjson(many).post("/toys/lines").then().statusCode(200).body("lines", equalTo(2 << 20));
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(many);
        }
        ndjson(zipped.toByteArray())
                .header("Content-Encoding", "gzip")
                .post("/toys/lines")
                .then()
                .statusCode(200)
                .body("lines", equalTo(2 << 20));
        problem(
                ndjson(many).header("Content-Encoding", "gzip").post("/toys/lines").then(),
                400,
                "encoding.malformed");
        byte[] half = java.util.Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2);
        problem(
                ndjson(half).header("Content-Encoding", "gzip").post("/toys/lines").then(),
                400,
                "encoding.malformed");
        problem(
                ndjson(many).header("Content-Encoding", "br").post("/toys/lines").then(),
                415,
                "encoding.unsupported");
        byte[] line = "x".repeat(11 << 20).getBytes(UTF_8);
        problem(ndjson(line).post("/toys/lines").then(), 413, "line.too-long");
    }

    @Test
    void an_answer_is_zipped_for_who_asks_for_it() throws Exception {
        HttpRequest.Builder list = request("/toys?limit=100").GET();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var plain = client.send(list.build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
            var zipped =
                    client.send(
                            list.header("Accept-Encoding", "gzip").build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(zipped.body()).hasSizeLessThan(plain.body().length);
            assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())))
                    .hasBinaryContent(plain.body());
        }
    }

    @Test
    void a_failure_of_ours_tells_nothing() {
        problem(rm().get("/toys/broken").then(), 500, "internal")
                .body(not(containsString("secret")));
    }

    @Test
    void a_browser_is_told_to_run_nothing_and_other_sites_get_nothing() {
        rm().get("/toys/me")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", "no-store")
                .header("Server", nullValue())
                .header("X-Powered-By", nullValue());
        rm().header("Origin", "https://else.where")
                .get("/toys/me")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "https://else.where")
                .header("Access-Control-Request-Method", "POST")
                .options("/notes")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Methods", nullValue());
    }

    @Test
    void a_trace_is_taken_in_or_made() {
        rm().header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .get("/nothing")
                .then()
                .body("traceId", equalTo("0af7651916cd43dd8448eb211c80319c"))
                .header("X-Request-Id", "0af7651916cd43dd8448eb211c80319c");
        rm().header("traceparent", "x\ty")
                .get("/nothing")
                .then()
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    private static String raw(HttpRequest.BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request("/toys/echo").POST(body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }

    private static HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + target))
                .header("Authorization", "Bearer " + TestTokens.system());
    }

    static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType(PROBLEM)
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    private static RequestSpecification json(String body) {
        return rm().contentType("application/json").body(body);
    }

    private static RequestSpecification ndjson(byte[] body) {
        return rm().config(
                        io.restassured.RestAssured.config()
                                .encoderConfig(
                                        io.restassured.config.EncoderConfig.encoderConfig()
                                                .encodeContentTypeAs(
                                                        "application/x-ndjson",
                                                        io.restassured.http.ContentType.BINARY)))
                .contentType("application/x-ndjson")
                .body(body);
    }

    static RequestSpecification rm() {
        return given().auth().oauth2(TestTokens.system());
    }
}
