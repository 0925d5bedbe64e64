package io.guanxi.visit.lifecycle;

import io.guanxi.kit.eventsourcing.StoreException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The planned visits of a client that have not begun. */
@ApplicationScoped
public class VisitsToCome {
    private static final String SELECT =
            """
            select visit_id from visit
            where client_id = ? and state in ('PLANNED', 'CONFIRMED') and planned
              and rm_id is distinct from ?
            order by starts_at, visit_id limit ?\
            """;

    private final DataSource database;

    VisitsToCome(DataSource database) {
        this.database = database;
    }

    /** The next ones, whoever makes them. */
    public Set<UUID> of(UUID clientId, int most) {
        return notBy(null, clientId, most);
    }

    /** The next ones that somebody else makes. */
    public Set<UUID> notBy(String rmId, UUID clientId, int most) {
        Set<UUID> visits = new HashSet<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, clientId);
            select.setString(2, rmId);
            select.setInt(3, most);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    visits.add(rows.getObject(1, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
        return visits;
    }
}
