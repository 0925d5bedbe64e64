package io.guanxi.notification.ladder;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.guanxi.contracts.alerts.AlertState;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.notification.ladder.LadderWatch.ClimbingAlert;
import io.guanxi.notification.routing.LadderStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The due-date queries of {@link LadderWatch}. */
@ApplicationScoped
class ClimbingAlerts {
    private static final String DUE =
            """
            select alert_id, state, client_id, manager_id, step, ladder, next_at, version
            from alert where next_at <= ? order by next_at, alert_id limit ?
            """;
    private static final String COUNT = "select count(*) from alert where next_at <= ?";

    private final DataSource data;

    ClimbingAlerts(@io.quarkus.agroal.DataSource("write") DataSource data) {
        this.data = data;
    }

    List<ClimbingAlert> due(Instant now, int limit) {
        try (Connection connection = data.getConnection();
                PreparedStatement query = connection.prepareStatement(DUE)) {
            query.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            query.setInt(2, limit);
            try (ResultSet rows = query.executeQuery()) {
                List<ClimbingAlert> due = new ArrayList<>();
                while (rows.next()) {
                    due.add(read(rows));
                }
                return due;
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The due alerts cannot be read", e);
        }
    }

    long count(Instant now) {
        try (Connection connection = data.getConnection();
                PreparedStatement query = connection.prepareStatement(COUNT)) {
            query.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The due alerts cannot be counted", e);
        }
    }

    private static ClimbingAlert read(ResultSet row) throws SQLException, JsonProcessingException {
        LadderStep[] ladder = Json.MAPPER.readValue(row.getString("ladder"), LadderStep[].class);
        return new ClimbingAlert(
                row.getObject("alert_id", UUID.class),
                AlertState.valueOf(row.getString("state")),
                row.getObject("client_id", UUID.class),
                row.getString("manager_id"),
                row.getInt("step"),
                List.of(ladder),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
