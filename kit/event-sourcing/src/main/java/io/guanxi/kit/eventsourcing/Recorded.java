package io.guanxi.kit.eventsourcing;

import java.time.Instant;
import java.util.UUID;

/**
 * A stored event with what the store knows about it.
 *
 * @param position its place in the store, rising; 0 while it is not stored yet
 * @param version its place in the stream, 1 for the first
 * @param key the Kafka key of what is published from it: the client it is about, else its subject
 * @param commandId the command that caused it
 * @param occurredAt when it happened (business clock; a device may report late)
 * @param recordedAt when we learned it (business clock)
 * @param actor who caused it: a staff code, {@code svc:<name>} or the cause of a reaction
 * @param traceparent the W3C trace context it was caused in, or null
 */
public record Recorded<E>(
        long position,
        UUID streamId,
        int version,
        UUID key,
        UUID eventId,
        UUID commandId,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        String traceparent,
        String type,
        E event) {}
