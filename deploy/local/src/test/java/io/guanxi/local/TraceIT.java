package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.Topics;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.TestTopics;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A caller's trace goes with what it caused: through store and topics to the alert. */
class TraceIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String FULL = "S-9008";
    private static final int CAP = 60;
    private static final String LINE =
            "{\"kind\":\"ORGANIZATION\",\"name\":\"Full %d\",\"unitId\":\"%s\",\"rmId\":\"%s\"}\n";

    @Test
    void a_refused_assignment_and_its_alert_carry_the_trace_of_the_request() {
        Stack stack = RunningSuite.stack();
        SmallBank bank = SmallBank.open(stack);
        String clients = stack.url(Service.CLIENT);
        SmallBank.created(
                stack.as("admin", "admin")
                        .send(
                                "POST",
                                clients + "/staff",
                                Map.of(
                                        "id",
                                        FULL,
                                        "staffNo",
                                        FULL,
                                        "name",
                                        "Person " + FULL,
                                        "unitId",
                                        SmallBank.UNIT,
                                        "supervisorId",
                                        SmallBank.SUPERVISOR,
                                        "roles",
                                        List.of("rm"),
                                        "track",
                                        "MARKET",
                                        "bookType",
                                        "CORPORATE")));
        fill(stack, bank);
        UUID second = UUID.randomUUID();
        SmallBank.created(bank.register(second));
        Http.Answer refused =
                bank.supervisor()
                        .send(
                                "PUT",
                                clients + "/clients/" + second + "/relationship-manager",
                                Map.of("rmId", FULL, "reason", "one too many"),
                                "traceparent",
                                "00-" + TRACE + "-00f067aa0ba902b7-01");
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.header("X-Request-Id")).isEqualTo(TRACE);
        carried(stack, Topics.CLIENTS, "io.guanxi.assignment-refused-full.v1");
        carried(stack, Topics.ALERTS, "io.guanxi.alert-raised.v1");
    }

    /** PR-02: sixty organisations are a full book. */
    private static void fill(Stack stack, SmallBank bank) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < CAP; i++) {
            lines.append(LINE.formatted(i, SmallBank.UNIT, FULL));
        }
        Http.Answer imported =
                bank.system()
                        .sendRaw(
                                "POST",
                                stack.url(Service.CLIENT) + "/clients/imports",
                                BodyPublishers.ofString(lines.toString()),
                                "application/x-ndjson");
        assertThat(imported.body().path("created").asInt()).as(imported.text()).isEqualTo(CAP);
    }

    private static void carried(Stack stack, String topic, String type) {
        Eventually.within(
                SmallBank.GENEROUS,
                () ->
                        TestTopics.read(stack.kafka().bootstrap(), topic).stream()
                                .filter(message -> type.equals(message.type()))
                                .anyMatch(
                                        message ->
                                                message.headers()
                                                        .getOrDefault("traceparent", "")
                                                        .contains(TRACE)));
    }
}
