package io.guanxi.visit.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.kit.service.bulk.LineBodies;
import io.guanxi.kit.service.bulk.RawLine;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.Problem;
import java.time.Instant;
import java.util.List;

/**
 * A visit as another system kept it.
 *
 * @param log what came of it; null: it is still to come, or nobody wrote
 * @param registeredAt when it was planned
 * @param loggedAt when its log was written
 */
record VisitLine(PlanBody plan, LogBody log, Instant registeredAt, Instant loggedAt) {

    private record Written(Instant registeredAt, Instant loggedAt) {}

    static VisitLine of(RawLine line, LineBodies bodies, Instant now) {
        ObjectNode whole = bodies.object(line);
        ObjectNode written = whole.objectNode();
        for (String field : List.of("registeredAt", "loggedAt")) {
            if (whole.has(field)) {
                written.set(field, whole.remove(field));
            }
        }
        JsonNode log = whole.remove("log");
        Written times = bodies.part(line, written, Written.class);
        VisitLine read =
                new VisitLine(
                        bodies.part(line, whole, PlanBody.class),
                        log == null ? null : bodies.part(line, log, LogBody.class),
                        times.registeredAt() == null ? now : times.registeredAt(),
                        times.loggedAt() == null ? now : times.loggedAt());
        read.check(now);
        return read;
    }

    /** When it took place, as far as its log knows. */
    Instant at() {
        return log.occurredAt() == null ? plan.startsAt() : log.occurredAt();
    }

    String visitor() {
        return log.rmId() == null ? plan.rmId() : log.rmId();
    }

    private void check(Instant now) {
        require(plan.rmId() != null, "/rmId", "must be given");
        require(!registeredAt.isAfter(now), "/registeredAt", "must not be in the future");
        require(!loggedAt.isAfter(now), "/loggedAt", "must not be in the future");
        if (log != null) {
            require(!at().isAfter(now), "/log/occurredAt", "must not be in the future");
            require(
                    log.clientId() == null || log.clientId().equals(plan.clientId()),
                    "/log/clientId",
                    "must be the visit's client");
        }
    }

    private static void require(boolean fine, String pointer, String message) {
        if (!fine) {
            throw Problem.badRequest(
                    "field.invalid",
                    "The line does not have the form this operation takes.",
                    new FieldError(pointer, message));
        }
    }
}
