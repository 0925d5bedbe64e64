package io.guanxi.kit.service.book;

import io.guanxi.kit.service.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * For whom clients' personal data are open outside the book, for a while and with a reason.
 * client-service opens them and writes the table in its appends; a service that keeps words of its
 * own fills it with a {@link BreakGlassProjection}.
 */
@ApplicationScoped
public class BreakGlass {
    private static final String OPEN =
            """
            select g.client_id from book_break_glass g, jsonb_array_elements(g.openings) o
             where o->>'byId' = ? and cast(o->>'until' as timestamptz) > ?
               and (cast(? as uuid) is null or g.client_id = ?)
            """;

    private final DataSource database;
    private final BusinessClock clock;

    BreakGlass(DataSource database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The clients that are open for this person now. */
    public Set<UUID> openTo(String personId) {
        return open(personId, null);
    }

    /** Whether the client is open for this person now. */
    public boolean isOpen(UUID clientId, String personId) {
        return !open(personId, clientId).isEmpty();
    }

    private Set<UUID> open(String personId, UUID clientId) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OPEN)) {
            select.setString(1, personId);
            select.setObject(2, clock.now().atOffset(ZoneOffset.UTC));
            select.setObject(3, clientId);
            select.setObject(4, clientId);
            Set<UUID> open = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    open.add(row.getObject(1, UUID.class));
                }
            }
            return open;
        } catch (SQLException e) {
            throw new IllegalStateException("Break-glass cannot be read", e);
        }
    }
}
