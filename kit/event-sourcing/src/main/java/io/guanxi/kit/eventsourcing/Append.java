package io.guanxi.kit.eventsourcing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * All that one command writes.
 *
 * @param commandId null where the caller keeps its own account of what has been done
 */
record Append(
        UUID commandId,
        byte[] requestHash,
        int status,
        UUID mainStream,
        int mainVersion,
        List<StreamMove> streams,
        List<Reservation> reservations,
        List<Release> releases,
        List<NewEvent> events,
        List<ViewRow> views) {

    private static final int ROW_BYTES = 200;

    /** About what it costs to send. */
    long bytes() {
        long bytes = ROW_BYTES;
        for (NewEvent event : events) {
            bytes += ROW_BYTES + event.encoded().data().length();
            bytes += event.encoded().pii() == null ? 0 : event.encoded().pii().length;
        }
        for (ViewRow view : views) {
            bytes += view.row().length();
        }
        return bytes;
    }

    /** As PostgreSQL sorts them; Java's own order is signed. */
    static final Comparator<UUID> UUID_ORDER =
            Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
                    .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    /** A stream from one version to another; the same version twice is a guard. */
    record StreamMove(UUID id, String type, int expected, int next) {}

    record Reservation(String scope, String key, UUID owner, Refusal ifTaken) {}

    record Release(String scope, String key, UUID owner) {}

    record NewEvent(
            UUID stream,
            int version,
            UUID key,
            int partition,
            UUID eventId,
            UUID commandId,
            Instant occurredAt,
            Instant recordedAt,
            EventCodec.Encoded encoded,
            String meta) {}

    /** A row to upsert, or, with a delete statement, the row to take away. */
    record ViewRow(String statement, String row) {}
}
