package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.contracts.Topics;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.TestTopics;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The main job through all six processes: from a phone to an alert that its manager acknowledges.
 */
class SuiteIT {
    private static final Duration GENEROUS = Duration.ofMinutes(2);

    private static Stack stack;
    private static SmallBank bank;

    @BeforeAll
    static void open() {
        stack = RunningSuite.stack();
        bank = SmallBank.open(stack);
    }

    @Test
    void everything_is_ready_and_durable() throws SQLException {
        assertThat(stack.allReady()).isTrue();
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(stack.postgres().show(setting)).as(setting).isEqualTo("on");
        }
    }

    @Test
    void a_visit_goes_from_the_phone_to_the_topic() {
        UUID client = bank.client(SmallBank.RM);
        UUID visit = UUID.randomUUID();
        VisitCalls phone = new VisitCalls(stack, SmallBank.RM);
        Http.Answer planned =
                Eventually.get(
                        GENEROUS,
                        () -> {
                            Http.Answer answer = phone.plan(visit, client);
                            return answer.status() == 404 ? null : answer;
                        });
        assertThat(planned.status()).as(planned.text()).isEqualTo(201);
        assertThat(planned.header("ETag")).isNotNull();
        assertThat(planned.header("Location")).endsWith("/visits/" + visit);
        Http.Answer logged = phone.log(visit);
        assertThat(logged.ok()).as(logged.text()).isTrue();
        assertThat(typesAbout(Topics.VISITS, client))
                .contains("io.guanxi.visit-planned.v1", "io.guanxi.visit-logged.v1");
    }

    @Test
    void an_offline_visit_is_stored_once_however_often_it_is_handed_in() {
        UUID client = bank.client(SmallBank.RM);
        VisitCalls phone = new VisitCalls(stack, SmallBank.RM);
        Map<String, Object> noted = phone.noted(UUID.randomUUID(), UUID.randomUUID(), client);
        Eventually.passes(
                GENEROUS,
                () -> assertThat(receipt(phone.sync("phone-1", noted))).isIn("CREATED", "APPLIED"));
        assertThat(receipt(phone.sync("phone-1", noted))).isEqualTo("DUPLICATE");
        assertThat(receipt(phone.sync("tablet-2", noted))).isEqualTo("DUPLICATE");
        assertThat(typesAbout(Topics.VISITS, client))
                .filteredOn("io.guanxi.visit-logged.v1"::equals)
                .hasSize(1);
    }

    @Test
    void a_colleagues_client_is_as_unknown_as_none() {
        UUID client = bank.client(SmallBank.RM);
        String clients = stack.url(Service.CLIENT) + "/clients/";
        assertThat(bank.rm().get(clients + client).status()).isEqualTo(200);
        Http.Answer foreign = bank.colleague().get(clients + client);
        Http.Answer none = bank.colleague().get(clients + UUID.randomUUID());
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body().path("code")).isEqualTo(none.body().path("code"));
    }

    @Test
    void a_silent_client_becomes_an_alert_that_its_manager_acknowledges() {
        RiskyClients risky = RiskyClients.of(stack, bank, SmallBank.RM, 40);
        String alert =
                Eventually.get(
                        GENEROUS,
                        () -> risky.criticalAlerts(SmallBank.RM).stream().findFirst().orElse(null));
        String url = stack.url(Service.NOTIFICATION) + "/alerts/" + alert;
        JsonNode shown = bank.rm().get(url).body();
        assertThat(shown.path("kind").asText()).isEqualTo("churn-high");
        assertThat(shown.path("recipients").toString())
                .contains(SmallBank.RM, SmallBank.SUPERVISOR);
        try (LiveFeed feed = LiveFeed.of(stack, SmallBank.RM, "rm")) {
            assertThat(feed.await(GENEROUS, "alert-raised", alert)).isTrue();
            Http.Answer acknowledged = bank.rm().send("POST", url + "/acknowledgement", Map.of());
            assertThat(acknowledged.ok()).as(acknowledged.text()).isTrue();
            assertThat(feed.await(GENEROUS, "alert-acknowledged", alert)).isTrue();
        }
        assertThat(bank.rm().get(url).body().path("state").asText()).isEqualTo("ACKNOWLEDGED");
        Eventually.within(
                GENEROUS,
                () ->
                        TopicCheck.promiseKept(stack.kafka().bootstrap(), Topics.ALERTS)
                                .values()
                                .stream()
                                .anyMatch(
                                        message ->
                                                message.type()
                                                                .equals(
                                                                        "io.guanxi.alert-acknowledged.v1")
                                                        && message.value().contains(alert)));
    }

    private static String receipt(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().path("receipts").path(0).path("result").asText();
    }

    private static List<String> typesAbout(String topic, UUID client) {
        return Eventually.get(
                GENEROUS,
                () -> {
                    List<String> types =
                            TopicCheck.promiseKept(stack.kafka().bootstrap(), topic)
                                    .values()
                                    .stream()
                                    .filter(message -> message.key().equals(client.toString()))
                                    .map(TestTopics.Message::type)
                                    .toList();
                    return types.contains("io.guanxi.visit-logged.v1") ? types : null;
                });
    }
}
