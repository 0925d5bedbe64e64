package io.guanxi.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.directory.AbsenceState;
import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.GuanxiTestResource;
import io.guanxi.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = GuanxiTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
class AlertStreamTest extends ServiceTest {
    @TestHTTPResource("/alerts/stream")
    URL stream;

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void hangUp() {
        http.shutdownNow();
    }

    @Test
    void an_alert_arrives_with_its_sequence_type_and_public_data() {
        List<String> lines = listen(MANAGER, null);
        UUID alert = churnAlert(clientOf("S-0001", "U-001"));
        Eventually.within(PATIENCE, () -> about(lines, alert));
        assertThat(lines).anyMatch(line -> line.matches("id: ?\\d{19}"));
        assertThat(lines).anyMatch(line -> line.matches("event: ?alert-raised"));
        assertThat(lines).anyMatch(line -> line.matches(": ?ping"));
        assertThat(lines)
                .anyMatch(
                        line ->
                                line.startsWith("data")
                                        && line.contains("\"kind\":\"churn-high\""));
    }

    @Test
    void a_listener_resumes_after_the_last_event_it_saw() {
        List<String> first = listen(MANAGER, null);
        UUID seen = churnAlert(clientOf("S-0001", "U-001"));
        Eventually.within(PATIENCE, () -> about(first, seen));
        String last = lastId(first);
        UUID missed = churnAlert(clientOf("S-0001", "U-001"));
        List<String> second = listen(MANAGER, last);
        Eventually.within(PATIENCE, () -> about(second, missed));
        assertThat(about(second, seen)).isFalse();
    }

    @Test
    void only_what_the_listener_may_see_now_arrives() {
        List<String> manager = listen(MANAGER, null);
        List<String> elsewhere = listen(OTHER_UNIT, null);
        List<String> operations = listen(OPERATIONS, null);
        UUID mine = churnAlert(clientOf("S-0001", "U-001"));
        UUID theirs = churnAlert(clientOf("S-0007", "U-002"));
        Eventually.within(PATIENCE, () -> about(operations, theirs) && about(elsewhere, theirs));
        Eventually.within(PATIENCE, () -> about(manager, mine) && about(operations, mine));
        assertThat(about(manager, theirs)).isFalse();
        assertThat(about(elsewhere, mine)).isFalse();
    }

    @Test
    void PR_10_the_cover_hears_of_the_clients_covered_while_it_lasts() {
        UUID client = clientOf("S-0004", "U-001");
        UUID absence = Uuids.v7();
        Instant now = clock.now();
        UUID owed =
                Published.visitOwed(
                        client, "S-0004", now, now.plusSeconds(60), now.plusSeconds(90));
        List<String> cover = listen(OTHER_UNIT, null);
        assertThat(found("/obligations?client=" + client, owed)).isFalse();
        Published.covered(absence, "S-0004", AbsenceState.ACTIVE);
        Eventually.within(PATIENCE, () -> found("/obligations?client=" + client, owed));
        UUID alert = churnAlert(client);
        Eventually.within(PATIENCE, () -> about(cover, alert));
        assertThat(found("/alerts?client=" + client, alert)).isTrue();

        Published.covered(absence, "S-0004", AbsenceState.CANCELLED);
        Eventually.within(PATIENCE, () -> !found("/alerts?client=" + client, alert));
        assertThat(found("/obligations?client=" + client, owed)).isFalse();
        UUID missed = churnAlert(clientOf("S-0004", "U-001"));
        UUID own = churnAlert(clientOf("S-0007", "U-002"));
        Eventually.within(PATIENCE, () -> about(cover, own));
        assertThat(about(cover, missed)).isFalse();
    }

    private boolean found(String path, UUID id) {
        return as(OTHER_UNIT)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .contains(id.toString());
    }

    @Test
    void an_id_from_another_store_is_answered_with_a_reset() {
        List<String> lines = listen(MANAGER, "0000000999999999990");
        Eventually.within(
                PATIENCE, () -> lines.stream().anyMatch(line -> line.matches("event: ?reset")));
        assertThat(lines).anyMatch(line -> line.matches("data: ?\\{\"from\":\"\\d{19}\"}"));
    }

    @Test
    void the_stream_is_not_for_everybody() throws Exception {
        assertThat(status(null, null)).isEqualTo(401);
        assertThat(status(TestTokens.admin(), null)).isEqualTo(403);
        assertThat(status(MANAGER, "not-an-id")).isEqualTo(400);
    }

    private int status(String token, String lastEventId) throws Exception {
        return http.send(request(token, lastEventId), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    /** Collects the lines of a connection in the background. */
    private List<String> listen(String token, String lastEventId) {
        List<String> lines = new CopyOnWriteArrayList<>();
        Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            try (Stream<String> read =
                                    http.send(
                                                    request(token, lastEventId),
                                                    HttpResponse.BodyHandlers.ofLines())
                                            .body()) {
                                read.forEach(lines::add);
                            } catch (IOException | RuntimeException e) {
                                lines.add("closed");
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        Eventually.within(PATIENCE, () -> !lines.isEmpty());
        return lines;
    }

    private HttpRequest request(String token, String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(stream.toString()));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return request.build();
    }

    private static boolean about(List<String> lines, UUID alert) {
        return lines.stream()
                .anyMatch(line -> line.startsWith("data") && line.contains(alert.toString()));
    }

    private static String lastId(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id"))
                .reduce((_, last) -> last)
                .map(line -> line.substring(3).strip())
                .orElseThrow();
    }

    private UUID churnAlert(UUID client) {
        Published.risk(client, RiskLevel.HIGH);
        return UUID.fromString((String) alert(client, "churn-high").get("id"));
    }
}
