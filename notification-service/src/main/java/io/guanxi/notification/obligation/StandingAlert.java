package io.guanxi.notification.obligation;

import io.guanxi.contracts.obligations.ObligationResult;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An alert that is not resolved, about one due instant of an obligation.
 *
 * @param basisContactAt the contact the due instant was counted from
 * @param result how the due instant was judged; null: not, so far
 */
record StandingAlert(
        UUID alertId,
        Instant dueAt,
        Instant basisContactAt,
        ObligationResult result,
        Instant metAt,
        Instant learnedAt) {

    private static final String OF_OBLIGATION =
            """
            select a.alert_id, a.due_at, a.basis_contact_at, r.result, r.met_at, r.learned_at
            from alert a left join obligation_result r
                on r.obligation_id = a.obligation_id and r.due_at = a.due_at
            where a.obligation_id = ? and a.state <> 'RESOLVED'
            order by a.alert_id
            """;

    static List<StandingAlert> of(Connection connection, UUID obligation) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OF_OBLIGATION)) {
            query.setObject(1, obligation);
            try (ResultSet rows = query.executeQuery()) {
                List<StandingAlert> alerts = new ArrayList<>();
                while (rows.next()) {
                    alerts.add(read(rows));
                }
                return alerts;
            }
        }
    }

    private static StandingAlert read(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new StandingAlert(
                row.getObject("alert_id", UUID.class),
                DueObligation.instant(row, "due_at"),
                DueObligation.instant(row, "basis_contact_at"),
                result == null ? null : ObligationResult.valueOf(result),
                DueObligation.instant(row, "met_at"),
                DueObligation.instant(row, "learned_at"));
    }
}
