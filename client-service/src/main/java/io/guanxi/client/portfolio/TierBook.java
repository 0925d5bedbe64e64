package io.guanxi.client.portfolio;

import io.agroal.api.AgroalDataSource;
import io.guanxi.kit.service.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** TI-09: which clients have, by their tier, a manager of their own. */
@ApplicationScoped
public class TierBook {

    /**
     * The setting {@code coverage-by-tier}.
     *
     * @param ownManager tiers that are served one-to-one
     */
    public record CoverageByTier(List<String> ownManager) {}

    private final AgroalDataSource database;
    private final Settings settings;

    TierBook(AgroalDataSource database, Settings settings) {
        this.database = database;
        this.settings = settings;
    }

    public List<String> ownManagerTiers() {
        return settings.get("coverage-by-tier", CoverageByTier.class).ownManager();
    }

    /** Of these clients, those whose tier asks for a manager of their own. */
    public Set<UUID> needingOwnManager(Collection<UUID> clients) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "select client_id from client_score"
                                        + " where client_id = any(?) and tier = any(?)")) {
            query.setArray(1, connection.createArrayOf("uuid", clients.toArray()));
            query.setArray(2, connection.createArrayOf("text", ownManagerTiers().toArray()));
            Set<UUID> needing = new HashSet<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    needing.add(rows.getObject(1, UUID.class));
                }
            }
            return needing;
        } catch (SQLException e) {
            throw new IllegalStateException("The tiers cannot be read.", e);
        }
    }
}
