package io.guanxi.local.bank;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.kit.testing.Eventually;
import io.guanxi.local.Http;
import io.guanxi.local.Service;
import io.guanxi.local.Stack;
import io.guanxi.local.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Visits as the managers' phones send them: each in its owner's name, in batches. */
final class VisitSender implements Sender<VisitLine> {
    private static final int BATCH = 100;
    private static final int BUSY = 503;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Stack stack;
    private final Tally tally;
    private final Duration ahead;

    VisitSender(Stack stack, Instant businessNow, Tally tally) {
        this.stack = stack;
        this.tally = tally;
        this.ahead = Duration.between(Instant.now(), businessNow);
    }

    @Override
    public void send(Iterator<VisitLine> lines, LongConsumer confirmed) {
        long sent = 0;
        VisitLine next = lines.hasNext() ? lines.next() : null;
        while (next != null) {
            String rm = next.rmId();
            List<VisitLine> batch = new ArrayList<>();
            while (next != null && next.rmId().equals(rm) && batch.size() < BATCH) {
                batch.add(next);
                next = lines.hasNext() ? lines.next() : null;
            }
            sync(rm, batch);
            sent += batch.size();
            confirmed.accept(sent);
        }
    }

    /** What was refused for now is sent again, as a phone does. */
    private void sync(String rm, List<VisitLine> batch) {
        Http phone = stack.as(rm, "rm");
        List<VisitLine> rest = new ArrayList<>(batch);
        AtomicReference<Trouble> trouble = new AtomicReference<>();
        boolean done =
                Eventually.holds(
                        PATIENCE,
                        () -> {
                            try {
                                Set<UUID> again = once(phone, rm, rest);
                                rest.removeIf(line -> !again.contains(line.operationId()));
                            } catch (Trouble e) {
                                trouble.set(e);
                            }
                            return rest.isEmpty() || trouble.get() != null;
                        });
        if (trouble.get() != null) {
            throw trouble.get();
        }
        if (!done) {
            throw new Trouble(
                    "visit-service still refuses %d visits of %s after %d s."
                            .formatted(rest.size(), rm, PATIENCE.toSeconds()));
        }
    }

    private Set<UUID> once(Http phone, String rm, List<VisitLine> operations) {
        Map<String, Object> body =
                Map.of(
                        "deviceId",
                        "demo-phone-" + rm,
                        "deviceTime",
                        Instant.now().plus(ahead).toString(),
                        "operations",
                        operations);
        Http.Answer answer = phone.send("POST", stack.url(Service.VISIT) + "/visits/sync", body);
        if (answer.status() == BUSY) {
            return operations.stream().map(VisitLine::operationId).collect(Collectors.toSet());
        }
        if (!answer.ok()) {
            throw new Trouble(
                    "POST /visits/sync answered " + answer.status() + ": " + answer.text());
        }
        Set<UUID> again = new HashSet<>();
        for (JsonNode receipt : answer.body().path("receipts")) {
            if (receipt.path("retryable").asBoolean()) {
                again.add(UUID.fromString(receipt.path("operationId").asText()));
            } else {
                String problem = receipt.path("problem").path("code").asText();
                tally.add(problem.isEmpty() ? receipt.path("result").asText() : problem, 1);
            }
        }
        return again;
    }
}
