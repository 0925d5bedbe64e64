package io.guanxi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.local.BankClock;
import io.guanxi.local.Service;
import io.guanxi.local.Stack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The figures of the bank, as any caller with a system's or an operator's token reads them. */
final class Figures {
    private static final int MOST = 100_000;
    private static final int RISKIEST = 5;
    private static final List<String> TIERS = List.of("A1", "A2", "B1", "B2", "C");

    private final Stack stack;
    private final Api system;
    private final Api operations;

    Figures(Stack stack) {
        this.stack = stack;
        this.system = Api.as(stack, "svc:local", "system");
        this.operations = Api.as(stack, "operations", "operations");
    }

    Instant now() {
        return new BankClock(stack).now();
    }

    List<String> holdings() {
        Map<String, Long> visits = counted(system.all(Service.VISIT, "/visits", MOST), "state");
        List<JsonNode> clients = system.all(Service.CLIENT, "/clients", MOST);
        long owned = clients.stream().filter(client -> client.hasNonNull("rmId")).count();
        return List.of(
                "%,9d clients, %,d of them with a relationship manager"
                        .formatted(clients.size(), owned),
                "%,9d facts not taken in, %,d about a client nobody knows"
                        .formatted(
                                system.all(Service.SCORING, "/activities/rejected", MOST).size(),
                                system.all(Service.SCORING, "/activities/unresolved", MOST).size()),
                "%,9d visits: %s"
                        .formatted(
                                visits.values().stream().mapToLong(n -> n).sum(), words(visits)));
    }

    /** Counts per tier and cohort. */
    List<String> tiers() {
        List<String> lines = new ArrayList<>();
        lines.add(row("", TIERS, "together", "provisional"));
        for (JsonNode cohort : system.get(Service.SCORING, "/tiers/summary").path("cohorts")) {
            lines.add(
                    row(
                            cohort.path("cohort").asText(),
                            TIERS.stream()
                                    .map(tier -> number(cohort.path("tiers").path(tier)))
                                    .toList(),
                            number(cohort.path("clients")),
                            number(cohort.path("provisional"))));
        }
        return lines;
    }

    private static String row(String cohort, List<String> tiers, String all, String provisional) {
        String cells = tiers.stream().map("%8s"::formatted).collect(Collectors.joining());
        return "%-14s%s%10s%13s".formatted(cohort, cells, all, provisional);
    }

    private static String number(JsonNode node) {
        return "%,d".formatted(node.asLong());
    }

    List<String> churnLevels() {
        List<String> lines = new ArrayList<>();
        for (String level : List.of("HIGH", "MEDIUM", "LOW")) {
            long clients = system.all(Service.SCORING, "/churn?risk=" + level, MOST).size();
            lines.add("%-8s %,9d clients".formatted(level, clients));
        }
        return lines;
    }

    List<String> riskiest() {
        return system.all(Service.SCORING, "/churn", RISKIEST).stream()
                .limit(RISKIEST)
                .map(this::riskLine)
                .toList();
    }

    private String riskLine(JsonNode risk) {
        JsonNode card = system.get(Service.CLIENT, "/clients/" + risk.path("clientId").asText());
        String reasons =
                StreamSupport.stream(risk.path("reasons").spliterator(), false)
                        .map(
                                each ->
                                        each.path("factor").asText()
                                                + " "
                                                + each.path("points").asText())
                        .collect(Collectors.joining(", "));
        return "%5s %-7s %-30s tier %-3s %-7s %s"
                .formatted(
                        risk.path("risk").asText(),
                        risk.path("level").asText(),
                        called(card),
                        card.path("tier").path("tier").asText("-"),
                        risk.path("rmId").asText("-"),
                        reasons);
    }

    private static String called(JsonNode card) {
        JsonNode known = card.path("externalIds").path(0);
        return "%s %s (%s)"
                .formatted(
                        known.path("system").asText(),
                        known.path("value").asText(),
                        card.path("name").asText());
    }

    List<String> alerts() {
        Map<String, List<JsonNode>> kinds =
                operations.all(Service.NOTIFICATION, "/alerts", MOST).stream()
                        .collect(
                                Collectors.groupingBy(
                                        alert ->
                                                "%-20s %-9s"
                                                        .formatted(
                                                                alert.path("kind").asText(),
                                                                alert.path("severity").asText()),
                                        TreeMap::new,
                                        Collectors.toList()));
        List<String> lines = new ArrayList<>();
        kinds.forEach(
                (kind, alerts) ->
                        lines.add(
                                "%s %,7d   %s%s"
                                        .formatted(
                                                kind,
                                                alerts.size(),
                                                words(counted(alerts, "state")),
                                                escalated(alerts))));
        return lines;
    }

    private static String escalated(List<JsonNode> alerts) {
        long number = alerts.stream().filter(alert -> alert.path("step").asInt() > 0).count();
        return number == 0 ? "" : ", %,d escalated".formatted(number);
    }

    List<String> coverage() {
        JsonNode summary = system.get(Service.VISIT, "/coverage/summary");
        JsonNode now = summary.path("now");
        return List.of(
                "%,9d clients were seen in time".formatted(now.path("MET").asLong()),
                "%,9d are due".formatted(now.path("DUE").asLong()),
                "%,9d are overdue".formatted(now.path("OVERDUE").asLong()),
                "in %s %,d must be seen, %,d were"
                        .formatted(
                                summary.path("month").asText(),
                                summary.path("due").asLong(),
                                summary.path("met").asLong()));
    }

    private static Map<String, Long> counted(List<JsonNode> items, String field) {
        return items.stream()
                .collect(
                        Collectors.groupingBy(
                                item -> item.path(field).asText(),
                                TreeMap::new,
                                Collectors.counting()));
    }

    private static String words(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(
                        each ->
                                "%,d %s"
                                        .formatted(
                                                each.getValue(),
                                                each.getKey().toLowerCase(java.util.Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }
}
