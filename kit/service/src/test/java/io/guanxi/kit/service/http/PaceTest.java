package io.guanxi.kit.service.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GuanxiTestResource.class)
class PaceTest {
    private static final int REQUESTS = 20;

    @Inject Pace pace;

    @Test
    void an_answered_request_is_let_go_at_once() {
        Eventually.within(Duration.ofSeconds(60), () -> pace.watched() == 0);
        int most = 0;
        for (int i = 0; i < REQUESTS; i++) {
            given().auth()
                    .oauth2(TestTokens.system())
                    .contentType("application/json")
                    .body("{\"colour\":\"red\",\"text\":\"hello\"}")
                    .post("/notes")
                    .then()
                    .statusCode(201);
            most = Math.max(most, pace.watched());
        }
        assertThat(most).as("held though answered").isLessThanOrEqualTo(2);
    }

    @Test
    void who_is_answered_early_and_hangs_up_is_let_go() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String begun =
                    "POST /notes HTTP/1.1\r\nHost: guanxi\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 1000000\r\n\r\n{\"colour\":";
            socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
        Eventually.within(Duration.ofSeconds(60), () -> pace.watched() == 0);
    }
}
