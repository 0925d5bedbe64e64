package io.guanxi.local;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The calls a relationship manager's phone makes. */
final class VisitCalls {
    private final String visits;
    private final Http phone;

    /** The same at every attempt: what is sent again is sent as it was. */
    private final Instant start =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(2));

    private final String rm;

    VisitCalls(Stack stack, String rm) {
        this(stack, rm, stack.url(Service.VISIT));
    }

    VisitCalls(Stack stack, String rm, String service) {
        this.visits = service + "/visits";
        this.rm = rm;
        this.phone = stack.as(rm, "rm");
    }

    /** Plans a visit under an id of the phone's own choice. */
    Http.Answer plan(UUID visit, UUID client) {
        return phone.send("POST", visits(), planned(visit, client));
    }

    private Map<String, Object> planned(UUID visit, UUID client) {
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
                Instant.now(),
                "durationMinutes",
                30,
                "topics",
                List.of("cash management"),
                "feedback",
                "content");
    }

    /** An ad-hoc visit as a phone notes it offline. */
    Map<String, Object> noted(UUID operation, UUID visit, UUID client) {
        Map<String, Object> body = new TreeMap<>(log());
        body.put("channel", "FACE_TO_FACE");
        return Map.of(
                "operationId", operation,
                "type", "log",
                "visitId", visit,
                "clientId", client,
                "rmId", rm,
                "occurredAt", Instant.now(),
                "body", body);
    }

    /** Hands in what was noted offline. */
    Http.Answer sync(String device, Map<String, Object> noted) {
        return phone.send(
                "POST",
                visits() + "/sync",
                Map.of(
                        "deviceId",
                        device,
                        "deviceTime",
                        Instant.now(),
                        "operations",
                        List.of(noted)));
    }

    Http.Answer get(UUID visit) {
        return phone.get(visits() + "/" + visit);
    }

    String visits() {
        return visits;
    }
}
