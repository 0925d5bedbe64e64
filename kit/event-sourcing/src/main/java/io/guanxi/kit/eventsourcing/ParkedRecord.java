package io.guanxi.kit.eventsourcing;

import java.time.Instant;

/**
 * A record that could not be applied, or waits behind one of the same key.
 *
 * @param reason what went wrong; null if it only waits
 */
public record ParkedRecord(
        String consumer,
        String topic,
        int partition,
        long offset,
        String key,
        String type,
        String reason,
        Instant parkedAt) {}
