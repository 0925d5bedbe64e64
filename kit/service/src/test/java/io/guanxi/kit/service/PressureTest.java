package io.guanxi.kit.service;

import static io.guanxi.kit.service.HttpConductTest.problem;
import static io.guanxi.kit.service.HttpConductTest.rm;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.agroal.api.AgroalDataSource;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers who are too slow, too fast or too many get their answer and leave room for others. */
@QuarkusTest
@QuarkusTestResource(GuanxiTestResource.class)
class PressureTest {

    @Inject AgroalDataSource database;

    /** Half of guanxi.bodies.long-at-once. */
    private static final int LONG_OF_ONE_CALLER = 4;

    private static final Duration GENEROUS = Duration.ofMinutes(1);

    /** After quarkus.http.idle-timeout they would be cut off in any case. */
    private static final Duration LESS_THAN_IDLE = Duration.ofSeconds(45);

    private static final Duration TWICE_THE_GRACE = Duration.ofSeconds(10);
    private static final int TRICKLE_MS = 200;
    private static final int MOST_TRICKLED = 300;
    private static final int MOST_ASKED = 20_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 20_000})
    void a_body_that_stops_coming_is_not_waited_for(int sent) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(beginning(TestTokens.system()));
            socket.getOutputStream().write(" ".repeat(sent).getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).matches("|(?s)HTTP/1.1 408 .*body\\.incomplete.*");
        }
    }

    /** One is awaited without a thread, one holds one, one is answered before it has come. */
    @ParameterizedTest
    @CsvSource({"/toys/echo, 1000", "/toys/echo, 1000000", "/nothing, 1000"})
    void a_body_that_trickles_in_is_cut_off(String path, int announced) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(TRICKLE_MS);
            socket.getOutputStream().write(beginning(TestTokens.system(), path, announced));
            boolean open = true;
            for (int sent = 0; open && sent < MOST_TRICKLED; sent++) {
                open = trickles(socket);
            }
            assertThat(open).isFalse();
        }
    }

    @Test
    void a_connection_serves_on_after_a_body_that_nobody_read() throws IOException {
        long began = System.nanoTime();
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            byte[] answer = new byte[1 << 16];
            socket.getOutputStream().write(beginning("none", "/toys/echo", 1));
            while (System.nanoTime() - began < TWICE_THE_GRACE.toNanos()) {
                assertThat(socket.getInputStream().read(answer)).isPositive();
                socket.getOutputStream()
                        .write(
                                "GET /nothing HTTP/1.1\r\nHost: localhost\r\nAuthorization: none\r\n\r\n"
                                        .getBytes(UTF_8));
            }
        }
    }

    /** What they have not taken stands in their places; nothing of it in the database. */
    @Test
    void who_takes_an_export_too_slowly_is_cut_off_and_holds_no_connection_to_the_database()
            throws IOException {
        String slow = TestTokens.token("svc:dawdler", "system");
        List<Socket> held = new ArrayList<>();
        Eventually.passes(
                GENEROUS,
                () -> {
                    held.add(dawdler(slow));
                    problem(export(slow).then(), 503, "busy");
                });
        Eventually.passes(GENEROUS, () -> assertThat(database.getMetrics().activeCount()).isZero());
        problem(export(slow).then(), 503, "busy");
        Eventually.within(
                LESS_THAN_IDLE,
                () -> {
                    held.forEach(PressureTest::takesAByte);
                    return export(slow).statusCode() == 200;
                });
        for (Socket socket : held) {
            assertThatCode(socket::close).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "system"})
    void a_caller_in_too_much_of_a_hurry_is_slowed_down_and_no_other(String role)
            throws IOException {
        hurries("/toys/me", "Authorization: Bearer " + TestTokens.token("svc:hasty-" + role, role));
        given().auth()
                .oauth2(TestTokens.token("svc:patient", role))
                .get("/toys/me")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"/q/health/live, X-Token: none", "/toys/me, Authorization: Bearer none"})
    void so_is_an_address_of_which_nobody_knows_who_it_is(String path, String header)
            throws IOException {
        hurries(path, header);
        rm().get("/toys/me").then().statusCode(200);
    }

    /** Those that stop are let go after the read time-out; until then they are in the way. */
    @Test
    void who_sends_long_bodies_slowly_leaves_room_for_others() {
        String slow = TestTokens.token("svc:slow", "system");
        List<Socket> held = new ArrayList<>();
        Eventually.passes(
                GENEROUS,
                () -> {
                    for (int i = 0; i < LONG_OF_ONE_CALLER; i++) {
                        Socket socket = new Socket("localhost", RestAssured.port);
                        held.add(socket);
                        socket.getOutputStream().write(beginning(slow));
                    }
                    problem(longBody(slow).then(), 503, "busy").header("Retry-After", "1");
                });
        longBody(TestTokens.system()).then().statusCode(200);
        given().auth().oauth2(slow).get("/toys/me").then().statusCode(200);
        for (Socket socket : held) {
            assertThatCode(socket::close).doesNotThrowAnyException();
        }
    }

    @Test
    void a_full_queue_says_when_to_come_again() {
        problem(rm().get("/toys/full").then(), 503, "busy").header("Retry-After", "1");
    }

    private static void takesAByte(Socket socket) {
        try {
            socket.getInputStream().read();
        } catch (IOException _) {
            // It was cut off.
        }
    }

    /** Asks again and again until it is too much. */
    private static void hurries(String path, String header) throws IOException {
        byte[] request =
                "GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n\r\n"
                        .formatted(path, header)
                        .getBytes(UTF_8);
        byte[] block = new byte[1 << 16];
        String answer = "";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            for (int i = 0; i < MOST_ASKED && !answer.contains("rate.exceeded"); i++) {
                socket.getOutputStream().write(request);
                answer = new String(block, 0, socket.getInputStream().read(block), UTF_8);
            }
        }
        assertThat(answer).startsWith("HTTP/1.1 429 ").containsIgnoringCase("Retry-After: 1");
    }

    /** Sends one byte more; false: the connection is closed, or the answer says why it will be. */
    private static boolean trickles(Socket socket) {
        try {
            socket.getOutputStream().write(' ');
            return socket.getInputStream().read(new byte[1 << 16]) >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks for all tales and listens to none. */
    private static Socket dawdler(String token) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.getOutputStream()
                .write(
                        ("GET /exports/tales HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                        + token
                                        + "\r\n\r\n")
                                .getBytes(UTF_8));
        return socket;
    }

    private static Response export(String token) {
        return given().auth().oauth2(token).get("/exports/tales?since=2026-01-01T00:00:00Z");
    }

    private static byte[] beginning(String token) {
        return beginning(token, "/toys/echo", 1_000_000);
    }

    private static byte[] beginning(String token, String path, int announced) {
        return ("POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                                .formatted(path, token)
                        + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n "
                                .formatted(announced))
                .getBytes(UTF_8);
    }

    private static Response longBody(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(" ".repeat(100_000) + "{\"name\":\"a\",\"pieces\":1}")
                .post("/toys/echo");
    }
}
