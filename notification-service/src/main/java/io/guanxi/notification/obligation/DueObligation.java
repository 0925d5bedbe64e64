package io.guanxi.notification.obligation;

import io.guanxi.notification.routing.Band;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** An obligation that a timer must act on, with the band of its client. */
record DueObligation(
        UUID obligationId,
        UUID clientId,
        String ownerId,
        Instant warnAt,
        Instant dueAt,
        Instant changedAt,
        Instant basisContactAt,
        Band band) {

    static final String COLUMNS =
            """
            o.obligation_id, o.client_id, o.owner_id, o.warn_at, o.due_at, o.changed_at,
            (o.basis->>'lastContactAt')::timestamptz as contact_at, s.band
            """;

    static DueObligation read(ResultSet row) throws SQLException {
        String band = row.getString("band");
        return new DueObligation(
                row.getObject("obligation_id", UUID.class),
                row.getObject("client_id", UUID.class),
                row.getString("owner_id"),
                instant(row, "warn_at"),
                instant(row, "due_at"),
                instant(row, "changed_at"),
                instant(row, "contact_at"),
                band == null ? Band.OTHER : Band.valueOf(band));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** The instant to act with; what was learned too late cannot have been told before. */
    Instant notBeforeLearned(Instant due) {
        return due.isBefore(changedAt) ? changedAt : due;
    }
}
