package io.guanxi.notification.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.service.http.Cursor;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.notification.sight.Conditions;
import io.guanxi.notification.sight.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the table {@code alert}, always through somebody's sight. */
@ApplicationScoped
public class AlertQueries {
    private static final String ROWS = "select to_jsonb(a) as alert from alert a";
    private static final String NEWEST = " order by a.raised_at desc, a.alert_id desc limit ?";

    /** The columns are the row's components in snake case, nested values as they were stored. */
    private static final ObjectMapper SNAKE_CASE =
            Json.MAPPER.copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private final DataSource data;

    AlertQueries(@io.quarkus.agroal.DataSource("write") DataSource data) {
        this.data = data;
    }

    Page<AlertRow> list(AlertFilter filter, Sight sight, Paging paging) {
        Conditions conditions =
                sight.ofAlerts(new Conditions())
                        .andIf("a.state = ?", filter.state())
                        .andIf("a.severity = ?", filter.severity())
                        .andIf("a.kind = ?", filter.kind())
                        .andIf("a.recipients @> jsonb_build_array(?::text)", filter.recipient())
                        .andIf("a.client_id = ?", filter.client());
        paging.after(2).ifPresent(keys -> after(keys, conditions));
        List<AlertRow> rows = read(ROWS + conditions.where() + NEWEST, conditions, paging.fetch());
        return paging.page(
                rows, row -> new String[] {row.raisedAt().toString(), row.alertId().toString()});
    }

    private static void after(List<String> keys, Conditions conditions) {
        try {
            conditions.and(
                    "(a.raised_at, a.alert_id) < (?, ?)",
                    Instant.parse(keys.get(0)),
                    UUID.fromString(keys.get(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }

    /** The alerts after this one, by id. */
    List<AlertRow> after(UUID after, Sight sight, int rows) {
        Conditions conditions = sight.ofAlerts(new Conditions()).and("a.alert_id > ?", after);
        return read(ROWS + conditions.where() + " order by a.alert_id limit ?", conditions, rows);
    }

    Optional<AlertRow> find(UUID id, Sight sight) {
        Conditions conditions = sight.ofAlerts(new Conditions()).and("a.alert_id = ?", id);
        return read(ROWS + conditions.where() + " limit ?", conditions, 1).stream().findFirst();
    }

    /** Which of these alerts somebody may see. */
    public Set<UUID> visible(Collection<UUID> ids, Sight sight) {
        if (sight.everything()) {
            return Set.copyOf(ids);
        }
        List<String> texts = ids.stream().map(UUID::toString).toList();
        Conditions conditions =
                sight.ofAlerts(new Conditions()).and("a.alert_id = any(?::uuid[])", texts);
        Set<UUID> visible = new HashSet<>();
        read(ROWS + conditions.where() + " limit ?", conditions, ids.size())
                .forEach(row -> visible.add(row.alertId()));
        return visible;
    }

    private List<AlertRow> read(String sql, Conditions conditions, int limit) {
        try (Connection connection = data.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            int next = conditions.bind(query);
            query.setInt(next, limit);
            try (ResultSet rows = query.executeQuery()) {
                List<AlertRow> alerts = new ArrayList<>();
                while (rows.next()) {
                    alerts.add(SNAKE_CASE.readValue(rows.getString("alert"), AlertRow.class));
                }
                return alerts;
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The alerts cannot be read", e);
        }
    }
}
