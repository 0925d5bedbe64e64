package io.guanxi.local.demo;

import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.local.Service;
import io.guanxi.local.Stack;
import io.guanxi.local.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plans visits one after the other and sees each arrive on guanxi.visits. */
final class VisitsPosted {
    private static final int WARM_UP = 5;
    private static final int MEASURED = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final double NANOS_PER_MILLI = 1e6;

    private final Stack stack;
    private final Terminal terminal;
    private final Instant now;

    VisitsPosted(Stack stack, Terminal terminal, Instant now) {
        this.stack = stack;
        this.terminal = terminal;
        this.now = now;
    }

    Latency post(TopicWatch watch) {
        Visitor visitor = Visitor.someone(stack);
        Api api = Api.as(stack, visitor.rmId(), "rm");
        terminal.line("Visits planned by " + visitor.rmId() + ", and their events");
        List<Double> millis = new ArrayList<>();
        for (int number = 0; number < WARM_UP + MEASURED; number++) {
            UUID client = visitor.clients().get(number % visitor.clients().size());
            double took = post(api, watch, visitor.rmId(), client, number);
            if (number >= WARM_UP) {
                millis.add(took);
            }
            if (number >= WARM_UP && number < WARM_UP + 3) {
                terminal.line(
                        "    visit-planned %s on guanxi.visits after %.0f ms"
                                .formatted(client, took));
            }
        }
        return new Latency(millis);
    }

    private double post(Api api, TopicWatch watch, String rmId, UUID client, int number) {
        UUID visit = Uuids.v7();
        Instant starts = now.plus(1 + number % 10, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        Map<String, Object> plan =
                Map.of(
                        "id",
                        visit,
                        "clientId",
                        client,
                        "rmId",
                        rmId,
                        "purpose",
                        "SERVICE",
                        "startsAt",
                        starts.toString(),
                        "endsAt",
                        starts.plusSeconds(3_600).toString(),
                        "channel",
                        "FACE_TO_FACE",
                        "place",
                        Map.of("name", "client site"));
        long sent = System.nanoTime();
        api.post(Service.VISIT, "/visits", plan);
        return watch.await(
                        PATIENCE,
                        arrival ->
                                arrival.event().path("visitId").asText().equals(visit.toString()))
                .map(arrival -> (arrival.nanos() - sent) / NANOS_PER_MILLI)
                .orElse((double) PATIENCE.toMillis());
    }
}
