package io.guanxi.kit.eventsourcing;

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

    /** Who caused an event and in which trace. */
    record Meta(String actor, String traceparent) {
        static final Meta NONE = new Meta(null, null);
    }

    static StoredEvent read(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("position"),
                row.getObject("stream_id", UUID.class),
                row.getInt("version"),
                row.getObject("key", UUID.class),
                row.getInt("partition"),
                row.getString("type"),
                row.getInt("schema_ver"),
                row.getObject("event_id", UUID.class),
                row.getObject("command_id", UUID.class),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("data"),
                row.getBytes("pii"),
                row.getString("meta"));
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
            return meta == null ? Meta.NONE : Json.MAPPER.readValue(meta, Meta.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
