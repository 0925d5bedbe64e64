package io.guanxi.notification.obligation;

import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.service.http.Cursor;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.notification.sight.Conditions;
import io.guanxi.notification.sight.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the table {@code obligation}, always through somebody's sight. */
@ApplicationScoped
class ObligationQueries {

    /** Which obligations are asked for; what is null does not matter. */
    record Filter(
            ObligationStatus state, String kind, String owner, UUID client, Instant dueBefore) {}

    private static final String ROWS =
            """
            select o.obligation_id, o.kind, o.key, o.client_id, o.owner_id, o.basis, o.opened_at,
                o.warn_at, o.due_at, o.clock, o.state, o.elapsed, o.met_at, o.learned_at,
                o.settings_version
            from obligation o
            """;

    private final DataSource data;

    ObligationQueries(@io.quarkus.agroal.DataSource("write") DataSource data) {
        this.data = data;
    }

    Page<ObligationJson> list(Filter filter, Sight sight, Instant now, Paging paging) {
        Conditions conditions =
                sight.ofObligations(new Conditions())
                        .andIf("o.kind = ?", filter.kind())
                        .andIf("o.owner_id = ?", filter.owner())
                        .andIf("o.client_id = ?", filter.client())
                        .andIf("o.due_at < ?", filter.dueBefore());
        if (filter.state() != null) {
            filter.state().restrict(conditions, now);
        }
        paging.after(2).ifPresent(keys -> after(keys, conditions));
        String sql = ROWS + conditions.where() + " order by o.due_at, o.obligation_id limit ?";
        return paging.page(
                read(sql, conditions, paging.fetch(), now),
                row -> new String[] {row.dueAt().toString(), row.id().toString()});
    }

    /** The obligations after this one, by id. */
    List<ObligationJson> after(UUID after, Sight sight, Instant now, int rows) {
        Conditions conditions =
                sight.ofObligations(new Conditions()).and("o.obligation_id > ?", after);
        String sql = ROWS + conditions.where() + " order by o.obligation_id limit ?";
        return read(sql, conditions, rows, now);
    }

    /** When their owners last said something of these, by id. */
    Map<String, Instant> changedAt(List<String> ids) {
        String sql =
                "select obligation_id, changed_at from obligation"
                        + " where obligation_id = any(?::uuid[])";
        Map<String, Instant> changed = new HashMap<>();
        try (Connection connection = data.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    changed.put(rows.getString(1), DueObligation.instant(rows, "changed_at"));
                }
            }
            return changed;
        } catch (SQLException e) {
            throw new IllegalStateException("The obligations cannot be read", e);
        }
    }

    Optional<ObligationJson> find(UUID id, Sight sight, Instant now) {
        Conditions conditions =
                sight.ofObligations(new Conditions()).and("o.obligation_id = ?", id);
        return read(ROWS + conditions.where() + " limit ?", conditions, 1, now).stream()
                .findFirst();
    }

    private static void after(List<String> keys, Conditions conditions) {
        try {
            conditions.and(
                    "(o.due_at, o.obligation_id) > (?, ?)",
                    Instant.parse(keys.get(0)),
                    UUID.fromString(keys.get(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }

    private List<ObligationJson> read(String sql, Conditions conditions, int limit, Instant now) {
        try (Connection connection = data.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            int next = conditions.bind(query);
            query.setInt(next, limit);
            try (ResultSet rows = query.executeQuery()) {
                List<ObligationJson> obligations = new ArrayList<>();
                while (rows.next()) {
                    obligations.add(row(rows, now));
                }
                return obligations;
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The obligations cannot be read", e);
        }
    }

    private static ObligationJson row(ResultSet row, Instant now) throws SQLException, IOException {
        String state = row.getString("state");
        Instant openedAt = DueObligation.instant(row, "opened_at");
        Instant dueAt = DueObligation.instant(row, "due_at");
        String basis = row.getString("basis");
        return new ObligationJson(
                row.getObject("obligation_id", UUID.class),
                row.getString("kind"),
                row.getString("key"),
                row.getObject("client_id", UUID.class),
                row.getString("owner_id"),
                basis == null ? null : Json.MAPPER.readTree(basis),
                openedAt,
                DueObligation.instant(row, "warn_at"),
                dueAt,
                row.getString("clock"),
                ObligationStatus.of(state, openedAt, dueAt, now),
                row.getString("elapsed"),
                DueObligation.instant(row, "met_at"),
                DueObligation.instant(row, "learned_at"),
                row.getInt("settings_version"));
    }
}
