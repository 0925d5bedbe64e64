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

/** The figures of the bank, as any caller with a system's or an operator's token reads them. */
final class Figures {
    private static final int MOST = 20_000;

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
        return List.of(
                "%,d clients".formatted(system.all(Service.CLIENT, "/clients", MOST).size()),
                "%,d visits".formatted(system.all(Service.VISIT, "/visits", MOST).size()));
    }

    List<String> tiers() {
        return List.of(system.get(Service.SCORING, "/tiers/summary").toString());
    }

    List<String> churnLevels() {
        return List.of(
                "HIGH %,d".formatted(system.all(Service.SCORING, "/churn?risk=HIGH", MOST).size()),
                "MEDIUM %,d"
                        .formatted(system.all(Service.SCORING, "/churn?risk=MEDIUM", MOST).size()));
    }

    List<String> riskiest() {
        return system.all(Service.SCORING, "/churn", 5).stream().map(JsonNode::toString).toList();
    }

    List<String> alerts() {
        Map<String, Long> kinds = new TreeMap<>();
        operations
                .all(Service.NOTIFICATION, "/alerts", MOST)
                .forEach(
                        alert ->
                                kinds.merge(
                                        alert.path("kind").asText()
                                                + " "
                                                + alert.path("severity").asText(),
                                        1L,
                                        Long::sum));
        List<String> lines = new ArrayList<>();
        kinds.forEach((kind, number) -> lines.add("%-32s %,8d".formatted(kind, number)));
        return lines;
    }

    List<String> coverage() {
        return List.of(system.get(Service.VISIT, "/coverage/summary").toString());
    }
}
