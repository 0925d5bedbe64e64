package io.guanxi.visit.intake;

import io.guanxi.kit.eventsourcing.StoreException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Looks visits up by id, many at once. */
@ApplicationScoped
class KnownVisits {
    private static final String SELECT =
            """
            select visit_id, client_id, rm_id, joint, started_at, version
            from visit where visit_id = any(?)\
            """;

    private final DataSource database;

    KnownVisits(DataSource database) {
        this.database = database;
    }

    Optional<KnownVisit> byId(UUID visitId) {
        return Optional.ofNullable(byIds(List.of(visitId)).get(visitId));
    }

    Map<UUID, KnownVisit> byIds(Collection<UUID> visitIds) {
        Map<UUID, KnownVisit> known = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setArray(1, connection.createArrayOf("uuid", visitIds.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    KnownVisit visit = visit(rows);
                    known.put(visit.visitId(), visit);
                }
            }
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
        return known;
    }

    private static KnownVisit visit(ResultSet row) throws SQLException {
        OffsetDateTime startedAt = row.getObject("started_at", OffsetDateTime.class);
        return new KnownVisit(
                row.getObject("visit_id", UUID.class),
                row.getObject("client_id", UUID.class),
                row.getString("rm_id"),
                List.of((String[]) row.getArray("joint").getArray()),
                startedAt == null ? null : startedAt.toInstant(),
                row.getInt("version"));
    }
}
