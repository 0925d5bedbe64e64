package io.guanxi.kit.service;

import static io.guanxi.kit.service.HttpConductTest.problem;
import static io.guanxi.kit.service.HttpConductTest.rm;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers who are too slow, too fast or too many get their answer and leave room for others. */
@QuarkusTest
@QuarkusTestResource(GuanxiTestResource.class)
class PressureTest {

    /** Half of guanxi.bodies.long-at-once. */
    private static final int LONG_OF_ONE_CALLER = 4;

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

    @Test
    void a_caller_in_too_much_of_a_hurry_is_slowed_down_and_no_other() {
        String hasty = TestTokens.token("svc:hasty", "admin");
        Response answer = given().auth().oauth2(hasty).get("/toys/me");
        for (int i = 0; i < 2_000 && answer.statusCode() == 200; i++) {
            answer = given().auth().oauth2(hasty).get("/toys/me");
        }
        problem(answer.then(), 429, "rate.exceeded").header("Retry-After", "1");
        given().auth()
                .oauth2(TestTokens.token("svc:patient", "admin"))
                .get("/toys/me")
                .then()
                .statusCode(200);
    }

    /** Those that stop are let go after the read time-out; until then they are in the way. */
    @Test
    void who_sends_long_bodies_slowly_leaves_room_for_others() {
        String slow = TestTokens.token("svc:slow", "system");
        List<Socket> held = new ArrayList<>();
        Eventually.passes(
                Duration.ofMinutes(1),
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

    private static byte[] beginning(String token) {
        return ("POST /toys/echo HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n ")
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
