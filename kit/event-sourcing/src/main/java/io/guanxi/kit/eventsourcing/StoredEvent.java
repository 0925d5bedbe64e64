package io.guanxi.kit.eventsourcing;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A row of the event table, not decoded yet. */
record StoredEvent(
        long position,
        UUID streamId,
        int version,
        UUID key,
        int partition,
        String type,
        int schemaVersion,
        UUID eventId,
        UUID commandId,
        Instant occurredAt,
        Instant recordedAt,
        String data,
        byte[] pii,
        String meta) {

    static final String COLUMNS =
            "e.position, e.stream_id, e.version, e.key, e.partition, e.type, e.schema_ver,"
                    + " e.event_id, e.command_id, e.occurred_at, e.recorded_at, e.data, e.pii,"
                    + " e.meta";

    /** How many columns that are. */
    static final int WIDTH = 14;

    private static final ObjectReader META = Json.MAPPER.readerFor(Meta.class);

    /** Who caused an event and in which trace. */
    record Meta(String actor, String traceparent) {
        static final Meta NONE = new Meta(null, null);
    }

    /**
     * Reads a row by number: names would be looked up again for each.
     *
     * @param first the number of the first of {@link #COLUMNS}
     */
    static StoredEvent read(ResultSet row, int first) throws SQLException {
        int column = first;
        return new StoredEvent(
                row.getLong(column++),
                row.getObject(column++, UUID.class),
                row.getInt(column++),
                row.getObject(column++, UUID.class),
                row.getInt(column++),
                row.getString(column++),
                row.getInt(column++),
                row.getObject(column++, UUID.class),
                row.getObject(column++, UUID.class),
                row.getObject(column++, OffsetDateTime.class).toInstant(),
                row.getObject(column++, OffsetDateTime.class).toInstant(),
                row.getString(column++),
                row.getBytes(column++),
                row.getString(column));
    }

    <E> Recorded<E> decode(EventCodec<E> codec) {
        E event = codec.decode(type, schemaVersion, data, pii, streamId, version);
        Meta who = readMeta();
        return new Recorded<>(
                position,
                streamId,
                version,
                key,
                eventId,
                commandId,
                occurredAt,
                recordedAt,
                who.actor(),
                who.traceparent(),
                type,
                event);
    }

    private Meta readMeta() {
        try {
            return meta == null ? Meta.NONE : META.readValue(meta);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
