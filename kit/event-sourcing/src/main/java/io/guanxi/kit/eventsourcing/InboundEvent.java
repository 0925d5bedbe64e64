package io.guanxi.kit.eventsourcing;

import java.time.Instant;
import java.util.UUID;

/**
 * A public event as it came from a topic.
 *
 * @param type the CloudEvents type, for example {@code io.guanxi.visit-logged.v1}; null on topics
 *     without CloudEvents headers
 * @param sequence {@code ce_sequence} as a number; -1 where the topic has none
 * @param key the record's key as text
 * @param data the value as it was sent, UTF-8 JSON
 */
public record InboundEvent(
        String topic,
        int partition,
        long offset,
        UUID id,
        String type,
        String key,
        long sequence,
        Instant occurredAt,
        Instant recordedAt,
        String traceparent,
        byte[] data) {

    /** The value read as a contract record. */
    public <T> T as(Class<T> contract) {
        return Json.read(data, contract);
    }
}
