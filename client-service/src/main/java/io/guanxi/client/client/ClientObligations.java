package io.guanxi.client.client;

import io.agroal.api.AgroalDataSource;
import io.guanxi.client.client.ClientCard.OwedOnCard;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a client is owed, and whether it is late by now. */
@ApplicationScoped
class ClientObligations {
    private static final String OWED =
            """
            select obligation_id, kind, state, opened_at, warn_at, due_at from client_obligation
             where client_id = ? order by due_at, obligation_id
            """;

    private final AgroalDataSource database;
    private final BusinessClock clock;

    ClientObligations(AgroalDataSource database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<OwedOnCard> of(UUID clientId) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OWED)) {
            select.setObject(1, clientId);
            Instant now = clock.now();
            List<OwedOnCard> owed = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    owed.add(owed(row, now));
                }
            }
            return owed;
        } catch (SQLException e) {
            throw new IllegalStateException("The obligations cannot be read.", e);
        }
    }

    private static OwedOnCard owed(ResultSet row, Instant now) throws SQLException {
        Instant openedAt = instant(row, "opened_at");
        Instant dueAt = instant(row, "due_at");
        String open = now.isBefore(openedAt) ? "MET" : now.isBefore(dueAt) ? "DUE" : "OVERDUE";
        String state = row.getString("state");
        return new OwedOnCard(
                row.getObject("obligation_id", UUID.class),
                row.getString("kind"),
                state.equals("OPEN") ? open : state,
                openedAt,
                instant(row, "warn_at"),
                dueAt);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
