package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every curl line of docs/api.md does what it says there. */
class TourIT {
    private static final String LATE = "404";
    private static final String LATE_STAFF = "403";

    @Test
    void every_line_of_the_tour_is_answered_as_it_says() throws IOException {
        Stack stack = RunningSuite.stack();
        Map<String, String> environment =
                Map.of(
                        "CLIENTS", stack.url(Service.CLIENT),
                        "VISITS", stack.url(Service.VISIT),
                        "SCORES", stack.url(Service.SCORING),
                        "ALERTS", stack.url(Service.NOTIFICATION),
                        "ADMIN", stack.token("admin", "admin"),
                        "SYSTEM", stack.token("svc:tour", "system"),
                        "RM", stack.token("S-7001", "rm"),
                        "SUPERVISOR", stack.token("S-7009", "supervisor"),
                        "CLIENT", UUID.randomUUID().toString(),
                        "VISIT", UUID.randomUUID().toString());
        List<String> lines =
                Files.readAllLines(stack.home().root().resolve("docs/api.md")).stream()
                        .filter(line -> line.startsWith("curl "))
                        .toList();
        assertThat(lines).hasSizeGreaterThan(20);
        lines.forEach(line -> asSaid(line, environment));
    }

    /** What other services know comes a moment later, so what is late is asked again. */
    private static void asSaid(String line, Map<String, String> environment) {
        int at = line.lastIndexOf(" # ");
        String wanted = line.substring(at + 3).strip();
        String[] got = {run(line.substring(0, at), environment)};
        if (!got[0].equals(wanted) && isLate(got[0], line)) {
            Eventually.within(
                    SmallBank.GENEROUS,
                    () -> {
                        got[0] = run(line.substring(0, at), environment);
                        return !isLate(got[0], line);
                    });
        }
        assertThat(got[0]).as(line).isEqualTo(wanted);
    }

    /** Of staff client-service knows at once: there a 403 is one. */
    private static boolean isLate(String code, String line) {
        return code.equals(LATE) || (code.equals(LATE_STAFF) && !line.contains("$CLIENTS"));
    }

    private static String run(String line, Map<String, String> environment) {
        String quiet = line.replaceFirst("curl", "curl -s -o /dev/null -w '%{http_code}'");
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", quiet);
        bash.environment().putAll(environment);
        bash.environment().put("JSON", "Content-Type: application/json");
        try {
            Process process = bash.start();
            String code =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return code;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
