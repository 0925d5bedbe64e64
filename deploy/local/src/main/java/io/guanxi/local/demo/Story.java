package io.guanxi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.contracts.Topics;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.local.BankClock;
import io.guanxi.local.Http;
import io.guanxi.local.Service;
import io.guanxi.local.Stack;
import io.guanxi.local.Terminal;
import io.guanxi.local.bank.Bank;
import io.guanxi.local.bank.BankFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The main job, happening: tiers, warnings, visits, a phone, a full book, and a day that passes.
 */
final class Story {
    private static final Duration WORK = Duration.ofMinutes(10);

    private final Stack stack;
    private final Terminal terminal;
    private final Bank bank;
    private final BankClock clock;
    private final BankFile file;

    Story(Stack stack, Terminal terminal, Bank bank) {
        this.stack = stack;
        this.terminal = terminal;
        this.bank = bank;
        this.clock = new BankClock(stack);
        this.file = BankFile.in(stack.home().folder());
    }

    Latency tell() {
        try (TopicWatch watch =
                TopicWatch.of(
                        stack.kafka().bootstrap(), Topics.VISITS, Topics.SCORES, Topics.ALERTS)) {
            rankTheClients(watch);
            Latency latency = new VisitsPosted(stack, terminal, clock.now()).post(watch);
            sendFromAPhone();
            refuseTheFullBook(watch);
            letADayPass(watch);
            return latency;
        }
    }

    private void rankTheClients(TopicWatch watch) {
        terminal.line("Ranking the clients");
        Api system = Api.as(stack, "svc:local", "system");
        JsonNode[] run = new JsonNode[1];
        terminal.step(
                "value scores and tiers of every client, published",
                () -> {
                    run[0] = system.post(Service.SCORING, "/tier-runs", Map.of());
                    clock.settle(WORK, _ -> {});
                });
        said(watch, "tier-changed", "churn-risk-changed", "alert-raised");
    }

    /** A phone that lost its connection sends its record twice. */
    private void sendFromAPhone() {
        Visitor visitor = Visitor.someone(stack);
        Instant now = clock.now();
        Map<String, Object> operation =
                Map.of(
                        "operationId", Uuids.v7(),
                        "type", "log",
                        "visitId", Uuids.v7(),
                        "clientId", visitor.clients().getFirst(),
                        "rmId", visitor.rmId(),
                        "occurredAt", now.toString(),
                        "body",
                                Map.of(
                                        "channel",
                                        "PHONE",
                                        "occurredAt",
                                        now.minusSeconds(900).toString(),
                                        "durationMinutes",
                                        10,
                                        "topics",
                                        List.of("year-end review")));
        terminal.line("A phone that lost its connection sends a record twice");
        for (int time = 1; time <= 2; time++) {
            JsonNode answer =
                    Api.as(stack, visitor.rmId(), "rm")
                            .post(
                                    Service.VISIT,
                                    "/visits/sync",
                                    Map.of(
                                            "deviceId", "demo-phone",
                                            "deviceTime", clock.now().toString(),
                                            "operations", List.of(operation)));
            terminal.line(
                    "    receipt: " + answer.path("receipts").path(0).path("result").asText());
        }
    }

    /** PR-02: the corporate manager S-0025 of the generated bank has the 60 clients that fit. */
    private void refuseTheFullBook(TopicWatch watch) {
        if (bank.fullBook().isEmpty()) {
            return;
        }
        String full = bank.fullBook().get();
        UUID client = Visitor.of(stack, "S-0026").clients().getFirst();
        terminal.line("A 61st client for " + full + ", whose book is full");
        Http.Answer answer =
                Api.as(stack, "S-0401", "head")
                        .send(
                                "PUT",
                                Service.CLIENT,
                                "/clients/" + client + "/relationship-manager",
                                Map.of("rmId", full, "reason", "demo"));
        terminal.line(
                "    answer: %d %s"
                        .formatted(answer.status(), answer.body().path("code").asText()));
        watch.await(
                        Duration.ofSeconds(5),
                        arrival -> arrival.event().path("kind").asText().equals("portfolio-full"))
                .ifPresent(_ -> terminal.line("    guanxi.alerts: alert-raised portfolio-full"));
    }

    /** The clock of a bank whose data ends on the day is left alone. */
    private void letADayPass(TopicWatch watch) {
        int days = bank.daysToTell();
        if (days == 0 || file.done("days") >= days) {
            return;
        }
        terminal.line("Moving the clock, and visits fall due");
        Instant start = clock.now();
        try (Terminal.Bar bar = terminal.bar(days + " days pass", days * 24L)) {
            clock.advance(
                    Duration.ofDays(days), at -> bar.to(Duration.between(start, at).toHours()));
        }
        file.done("days", days);
        said(watch, "alert-escalated", "obligation-changed");
    }

    private void said(TopicWatch watch, String... types) {
        for (String type : types) {
            long number = watch.soFar(arrival -> arrival.type().equals(type)).size();
            terminal.line("    %-22s %,8d".formatted(type, number));
        }
    }
}
