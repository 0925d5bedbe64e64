package io.guanxi.kit.service.toy;

import io.guanxi.kit.service.bulk.ExportKind;
import io.guanxi.kit.service.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** An export that no socket's buffers hold: 32 MiB of it. */
@ApplicationScoped
class Tales implements ExportKind<Tales.Tale> {
    private static final int TALES = 32_000;
    private static final String LONG = "x".repeat(1024);

    private final DataSource database;

    Tales(DataSource database) {
        this.database = database;
    }

    record Tale(String id, String text) {}

    @Override
    public String name() {
        return "tales";
    }

    @Override
    public Set<Role> readers() {
        return Set.of(Role.SYSTEM);
    }

    @Override
    public Class<Tale> type() {
        return Tale.class;
    }

    @Override
    public List<Tale> page(String after, int rows) {
        String sql = "select n from generate_series(?, %d) n limit ?".formatted(TALES);
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, after == null ? 1 : Integer.parseInt(after) + 1);
            query.setInt(2, rows);
            List<Tale> tales = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    tales.add(new Tale(row.getString(1), LONG));
                }
            }
            return tales;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String place(Tale tale) {
        return tale.id();
    }

    /** None of them since the year in which this was written. */
    @Override
    public Map<String, Instant> changedAt(List<Tale> tales) {
        return tales.stream().collect(Collectors.toMap(Tale::id, _ -> Instant.EPOCH));
    }
}
