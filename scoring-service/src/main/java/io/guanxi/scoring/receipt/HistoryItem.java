package io.guanxi.scoring.receipt;

import io.guanxi.kit.eventsourcing.Recorded;
import java.time.Instant;

/**
 * Something that was recorded about a client's scores.
 *
 * @param type the stored type
 * @param position its place among all, which orders the history
 * @param data the event
 */
public record HistoryItem(
        String type,
        long position,
        int version,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        Object data) {

    static HistoryItem of(Recorded<?> event) {
        return new HistoryItem(
                event.type(),
                event.position(),
                event.version(),
                event.occurredAt(),
                event.recordedAt(),
                event.actor(),
                event.event());
    }
}
