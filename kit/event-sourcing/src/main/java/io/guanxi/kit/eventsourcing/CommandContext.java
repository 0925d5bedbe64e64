package io.guanxi.kit.eventsourcing;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What accompanies a command.
 *
 * @param commandId the same id again is answered from the first time, nothing is stored twice
 * @param requestHash SHA-256 of what was asked, stored keyed; another hash under a known id is
 *     {@link StoreException.IdempotencyMismatch}. Empty: not compared
 * @param status the HTTP status to remember for the replay
 * @param expectedVersion the caller's {@code If-Match} on the main stream: never retried
 * @param actor who asks: a staff code or {@code svc:<name>}
 * @param occurredAt when it happened (business clock)
 * @param recordedAt now, by the business clock
 * @param traceparent W3C trace context, or null
 */
public record CommandContext(
        UUID commandId,
        byte[] requestHash,
        int status,
        OptionalInt expectedVersion,
        String actor,
        Instant occurredAt,
        Instant recordedAt,
        String traceparent) {

    /** A request hash that is compared with none. */
    static final byte[] NOT_COMPARED = {};

    /**
     * A request whose command id nobody is told, so that it cannot come again and there is nothing
     * to compare.
     */
    public static CommandContext once(
            UUID commandId,
            int status,
            OptionalInt expectedVersion,
            String actor,
            Instant now,
            String traceparent) {
        return new CommandContext(
                commandId, NOT_COMPARED, status, expectedVersion, actor, now, now, traceparent);
    }

    /** A command of the system's own, without a request behind it. */
    public static CommandContext of(UUID commandId, String actor, Instant now) {
        return new CommandContext(
                commandId, NOT_COMPARED, 200, OptionalInt.empty(), actor, now, now, null);
    }

    public CommandContext occurring(Instant at) {
        return new CommandContext(
                commandId,
                requestHash,
                status,
                expectedVersion,
                actor,
                at,
                recordedAt,
                traceparent);
    }
}
