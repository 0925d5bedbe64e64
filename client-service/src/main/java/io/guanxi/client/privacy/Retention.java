package io.guanxi.client.privacy;

import io.guanxi.client.client.Client.Registered;
import io.guanxi.client.client.Stage;
import io.guanxi.kit.service.settings.Settings;
import io.guanxi.kit.service.time.BusinessClock;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Until when the records of somebody with whom the bank did business must be kept. Who never came
 * further than a potential client is kept for no such reason.
 */
@ApplicationScoped
class Retention {
    private static final String LAST_CONTACT =
            "select contact_at from client_last_contact where client_id = ?";

    /** The setting {@code privacy}. */
    record Rules(int retentionYears) {}

    private final javax.sql.DataSource database;
    private final Settings settings;
    private final BusinessClock clock;

    Retention(
            @DataSource("write") javax.sql.DataSource database,
            Settings settings,
            BusinessClock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** The last day they are kept; null: no such day. */
    LocalDate until(UUID clientId, Registered client) {
        if (client.details().stage() == Stage.POTENTIAL) {
            return null;
        }
        int years = settings.get("privacy", Rules.class).retentionYears();
        return lastContact(clientId).plusYears(years);
    }

    private LocalDate lastContact(UUID clientId) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LAST_CONTACT)) {
            select.setObject(1, clientId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getObject(1) != null
                        ? row.getObject(1, OffsetDateTime.class)
                                .atZoneSameInstant(clock.zone())
                                .toLocalDate()
                        : clock.today();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The last contact cannot be read", e);
        }
    }
}
