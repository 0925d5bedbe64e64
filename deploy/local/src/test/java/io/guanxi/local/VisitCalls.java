package io.guanxi.local;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The calls a relationship manager's phone makes. */
final class VisitCalls {
    private final Stack stack;
    private final Http phone;
    private final String rm;

    VisitCalls(Stack stack, String rm) {
        this.stack = stack;
        this.rm = rm;
        this.phone = stack.as(rm, "rm");
    }

    /** Plans a visit under an id of the phone's own choice. */
    Http.Answer plan(UUID visit, UUID client) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(2));
        return phone.send("POST", visits(), planned(visit, client, start));
    }

    Map<String, Object> planned(UUID visit, UUID client, Instant start) {
        return Map.of(
                "id", visit,
                "clientId", client,
                "rmId", rm,
                "purpose", "ROUTINE",
                "startsAt", start,
                "endsAt", start.plus(Duration.ofHours(1)),
                "channel", "FACE_TO_FACE");
    }

    Http.Answer log(UUID visit) {
        return phone.send("POST", visits() + "/" + visit + "/log", log());
    }

    private static Map<String, Object> log() {
        return Map.of(
                "occurredAt",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(1)),
                "durationMinutes",
                30,
                "topics",
                List.of("cash management"),
                "feedback",
                "content");
    }

    /** Hands in an ad-hoc visit that was logged offline. */
    Http.Answer sync(String device, UUID operation, UUID visit, UUID client) {
        Map<String, Object> body = new java.util.TreeMap<>(log());
        body.put("channel", "FACE_TO_FACE");
        return phone.send(
                "POST",
                visits() + "/sync",
                Map.of(
                        "deviceId",
                        device,
                        "deviceTime",
                        Instant.now(),
                        "operations",
                        List.of(
                                Map.of(
                                        "operationId", operation,
                                        "type", "log",
                                        "visitId", visit,
                                        "clientId", client,
                                        "rmId", rm,
                                        "occurredAt", Instant.now(),
                                        "body", body))));
    }

    Http.Answer get(UUID visit) {
        return phone.get(visits() + "/" + visit);
    }

    String visits() {
        return stack.url(Service.VISIT) + "/visits";
    }
}
