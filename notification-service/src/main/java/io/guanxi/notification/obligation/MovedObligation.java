package io.guanxi.notification.obligation;

import io.guanxi.contracts.obligations.ObligationState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** An obligation that changed while alerts about it stand. */
record MovedObligation(
        UUID obligationId,
        ObligationState state,
        Instant dueAt,
        Instant metAt,
        Instant learnedAt,
        Instant changedAt,
        Instant contactAt) {

    static MovedObligation read(ResultSet row) throws SQLException {
        return new MovedObligation(
                row.getObject("obligation_id", UUID.class),
                ObligationState.valueOf(row.getString("state")),
                DueObligation.instant(row, "due_at"),
                DueObligation.instant(row, "met_at"),
                DueObligation.instant(row, "learned_at"),
                DueObligation.instant(row, "changed_at"),
                DueObligation.instant(row, "contact_at"));
    }
}
