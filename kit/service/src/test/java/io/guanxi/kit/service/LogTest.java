package io.guanxi.kit.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTokens;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What really comes out of the console's handler when a caller sends lines and escapes. */
@QuarkusTest
@QuarkusTestResource(GuanxiTestResource.class)
class LogTest {
    private static final String FORGED = "2026-01-05T00:00:00.000Z ERROR [forged] nobody";

    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        console().setOutputStream(logged);
    }

    @AfterEach
    void listenNoMore() {
        console().setTarget(ConsoleHandler.Target.SYSTEM_OUT);
    }

    @Test
    void what_a_caller_sends_stays_on_its_line() throws IOException {
        String forged = FORGED.replace(" ", "%20").replace("[", "%5b").replace("]", "%5d");
        get("/toys/said/a%0d%0a" + forged + "%1b%5b2Jb%e2%80%aec", "d\u0085e\u009b2Jf");
        get("/nothing/a%0d%0a" + forged + "%1b%5b2J?a%0d%0a=" + forged, "d\r\n " + FORGED);
        // An escape in a header is refused before anybody could log it.
        get("/toys/said/x", "d\u001b[2J");
        Eventually.within(
                Duration.ofMinutes(1), () -> text().contains("A request failed unexpectedly"));
        List<String> lines = text().lines().toList();
        assertThat(lines)
                .anyMatch(line -> line.contains("Heard a\\u000d\\u000a" + FORGED + "\\u001b[2Jb"))
                .anyMatch(line -> line.contains("\\u0085e") && line.contains("\\u009b2Jf"))
                .anyMatch(line -> line.contains("IllegalStateException: a\\u000d\\u000a" + FORGED))
                .noneMatch(line -> line.startsWith(FORGED));
        assertThat(text().chars().filter(c -> c != '\n' && c != '\t').boxed())
                .noneMatch(c -> Character.isISOControl(c) || c == 0x202e);
    }

    private static void get(String path, String said) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(
                            ("GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                                                    .formatted(path, TestTokens.system())
                                            + "traceparent: %1$s\r\nX-Said: %1$s\r\n"
                                                    .formatted(said)
                                            + "Connection: close\r\n\r\n")
                                    .getBytes(UTF_8));
            socket.getInputStream().readAllBytes();
        }
    }

    private String text() {
        return logged.toString(UTF_8);
    }

    private static ConsoleHandler console() {
        return Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .map(ConsoleHandler.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
