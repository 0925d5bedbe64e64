package io.guanxi.client.staff;

import io.agroal.api.AgroalDataSource;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.service.bulk.BulkKind;
import io.guanxi.kit.service.bulk.BulkLine;
import io.guanxi.kit.service.bulk.LineBodies;
import io.guanxi.kit.service.bulk.RawLine;
import io.guanxi.kit.service.personal.SubjectKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Lines of members of staff. */
@ApplicationScoped
class StaffImports implements BulkKind<StaffBody> {
    private final AgroalDataSource database;
    private final LineBodies bodies;
    private final SubjectKeys keys;

    StaffImports(AgroalDataSource database, LineBodies bodies, SubjectKeys keys) {
        this.database = database;
        this.bodies = bodies;
        this.keys = keys;
    }

    @Override
    public String name() {
        return "staff";
    }

    @Override
    public BulkLine<StaffBody> read(RawLine line, UUID chosen) {
        StaffBody body = bodies.read(line, StaffBody.class);
        return new BulkLine<>(line.number(), Ids.staff(body.id()), body.id(), body);
    }

    @Override
    public Set<UUID> existing(List<BulkLine<StaffBody>> lines) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "select staff_id from staff_view where staff_id = any(?)")) {
            query.setArray(
                    1,
                    connection.createArrayOf("text", lines.stream().map(BulkLine::id).toArray()));
            Set<UUID> existing = new HashSet<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    existing.add(Ids.staff(rows.getString(1)));
                }
            }
            return existing;
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
    }

    @Override
    public void prepare(List<BulkLine<StaffBody>> lines) {
        keys.prepare(lines.stream().map(BulkLine::target).toList());
    }

    @Override
    public Set<UUID> streams(BulkLine<StaffBody> line) {
        return Set.of(Ids.unit(line.body().unitId()));
    }

    @Override
    public void decide(Session session, BulkLine<StaffBody> line) {
        StaffMembers.register(session, line.body());
    }
}
