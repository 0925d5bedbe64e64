package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.testing.Eventually;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Organisations that earned well, fell silent three months ago, and of which a tier run makes the
 * upper three in ten A or B: HIGH risks that must be told.
 */
final class RiskyClients {
    private static final ZoneId BANK = ZoneId.of("Asia/Shanghai");
    private static final Duration GENEROUS = Duration.ofMinutes(2);
    private static final String NDJSON = "application/x-ndjson";

    private final Stack stack;
    private final SmallBank bank;
    private final List<UUID> ids = new ArrayList<>();

    private RiskyClients(Stack stack, SmallBank bank) {
        this.stack = stack;
        this.bank = bank;
    }

    /** Registers them, feeds their facts, runs the tiers, and then lets them be silent. */
    static RiskyClients of(Stack stack, SmallBank bank, String rm, int count) {
        RiskyClients clients = new RiskyClients(stack, bank);
        clients.register(rm, count);
        clients.feed(clients.earnings());
        clients.runTiers();
        clients.feed(clients.transactions());
        return clients;
    }

    List<UUID> ids() {
        return ids;
    }

    /** The alerts that the owner is shown about a HIGH risk. */
    List<String> alerts(String rm) {
        return alerts(rm, "kind=churn-high");
    }

    /** Those about an A or B client, which the supervisor is told as well. */
    List<String> criticalAlerts(String rm) {
        return alerts(rm, "kind=churn-high&severity=CRITICAL");
    }

    private List<String> alerts(String rm, String filter) {
        Http owner = stack.as(rm, "rm");
        List<String> alerts = new ArrayList<>();
        String cursor = null;
        do {
            Http.Answer page =
                    owner.get(
                            stack.url(Service.NOTIFICATION)
                                    + "/alerts?limit=500&"
                                    + filter
                                    + (cursor == null ? "" : "&cursor=" + cursor));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.body().path("items").forEach(item -> alerts.add(item.path("id").asText()));
            cursor = page.body().path("next").asText(null);
        } while (cursor != null);
        return alerts;
    }

    private void register(String rm, int count) {
        for (int i = 0; i < count; i++) {
            ids.add(UUID.randomUUID());
        }
        Http.Answer answer =
                post(
                        stack.url(Service.CLIENT) + "/clients/imports",
                        ids.stream()
                                .map(
                                        id ->
                                                Map.of(
                                                        "id",
                                                        id,
                                                        "kind",
                                                        "ORGANIZATION",
                                                        "name",
                                                        "Silent " + id,
                                                        "unitId",
                                                        SmallBank.UNIT,
                                                        "rmId",
                                                        rm)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Stream<Map<String, Object>> earnings() {
        LocalDate today = LocalDate.now(BANK);
        return ids.stream()
                .flatMap(
                        id ->
                                Stream.concat(
                                        Stream.of(4, 5, 6, 7)
                                                .map(
                                                        months ->
                                                                fact(
                                                                        id,
                                                                        "REVENUE",
                                                                        today.minusMonths(months)
                                                                                .withDayOfMonth(10),
                                                                        "1000.00")),
                                        Stream.of(
                                                fact(
                                                        id,
                                                        "BALANCE",
                                                        today.minusMonths(7),
                                                        "50000.00"))));
    }

    private Stream<Map<String, Object>> transactions() {
        LocalDate today = LocalDate.now(BANK);
        return ids.stream()
                .flatMap(
                        id ->
                                Stream.of(200, 170, 150, 130, 110)
                                        .map(
                                                days ->
                                                        fact(
                                                                id,
                                                                "TRANSACTION",
                                                                today.minusDays(days),
                                                                "10.00")));
    }

    private static Map<String, Object> fact(
            UUID client, String type, LocalDate day, String amount) {
        return Map.of(
                "id",
                type.charAt(0) + "-" + day + "-" + client,
                "source",
                "core",
                "client",
                client,
                "type",
                type,
                "at",
                day.atTime(12, 0).atZone(BANK).toInstant(),
                "amount",
                amount,
                "currency",
                "CNY");
    }

    private void feed(Stream<Map<String, Object>> facts) {
        Http.Answer answer = post(stack.url(Service.SCORING) + "/activities", facts);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    }

    private void runTiers() {
        // The run ranks whom scoring-service has heard of.
        Eventually.within(
                GENEROUS,
                () ->
                        bank.system()
                                .get(stack.url(Service.SCORING) + "/activities/unresolved?limit=1")
                                .body()
                                .path("items")
                                .isEmpty());
        String runs = stack.url(Service.SCORING) + "/tier-runs";
        Http.Answer started = bank.system().send("POST", runs, Map.of());
        assertThat(started.status()).as(started.text()).isEqualTo(201);
        String run = started.body().path("runId").asText();
        Eventually.within(
                GENEROUS,
                () -> bank.system().get(runs + "/" + run).body().path("published").asBoolean());
    }

    private Http.Answer post(String url, Stream<? extends Map<String, ?>> lines) {
        String body =
                lines.map(line -> new String(Json.bytes(line), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("\n"));
        return bank.system().sendRaw("POST", url, BodyPublishers.ofString(body), NDJSON);
    }
}
