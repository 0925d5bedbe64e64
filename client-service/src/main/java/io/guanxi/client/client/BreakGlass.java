package io.guanxi.client.client;

import io.agroal.api.AgroalDataSource;
import io.guanxi.client.client.ClientCommand.OpenBreakGlass;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.service.settings.Settings;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Opens a client's personal data outside the book, for a while and with a reason. */
@ApplicationScoped
public class BreakGlass {
    private static final String UNSPECIFIED = "UNSPECIFIED";
    private static final String OPEN =
            """
            select exists (
                select 1 from client_break_glass g, jsonb_array_elements(g.openings) o
                 where g.client_id = ? and o->>'byId' = ?
                   and cast(o->>'until' as timestamptz) > ?)
            """;

    private static final String ALL_OPEN =
            """
            select g.client_id from client_break_glass g, jsonb_array_elements(g.openings) o
             where o->>'byId' = ? and cast(o->>'until' as timestamptz) > ?
            """;

    /**
     * The setting {@code break-glass}.
     *
     * @param minutes how long it stays open
     */
    public record BreakGlassRules(int minutes) {}

    private final EventStore store;
    private final AgroalDataSource database;
    private final Settings settings;
    private final BusinessClock clock;

    BreakGlass(
            EventStore store, AgroalDataSource database, Settings settings, BusinessClock clock) {
        this.store = store;
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens it.
     *
     * @param reasonCode published, unlike the reason; may be null
     */
    public CommandOutcome open(
            UUID clientId, String reason, String reasonCode, CommandContext context) {
        Instant at = context.recordedAt();
        int minutes = settings.get("break-glass", BreakGlassRules.class).minutes();
        return store.execute(
                context,
                ClientStream.CLIENT,
                clientId,
                new OpenBreakGlass(
                        clientId,
                        context.actor(),
                        reasonCode == null ? UNSPECIFIED : reasonCode,
                        reason,
                        at,
                        at.plus(Duration.ofMinutes(minutes))));
    }

    /** The clients that are open for this person now. */
    Set<UUID> openTo(String personId) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ALL_OPEN)) {
            select.setString(1, personId);
            select.setObject(2, clock.now().atOffset(ZoneOffset.UTC));
            Set<UUID> open = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    open.add(row.getObject(1, UUID.class));
                }
            }
            return open;
        } catch (SQLException e) {
            throw new IllegalStateException("Break-glass cannot be read.", e);
        }
    }

    /** Whether it is open for this person now. */
    boolean isOpen(UUID clientId, String personId) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OPEN)) {
            select.setObject(1, clientId);
            select.setString(2, personId);
            select.setObject(3, clock.now().atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Break-glass cannot be read.", e);
        }
    }
}
