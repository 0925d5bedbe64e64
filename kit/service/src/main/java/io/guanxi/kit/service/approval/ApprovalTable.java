package io.guanxi.kit.service.approval;

import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.service.approval.ApprovalScope.Visible;
import io.guanxi.kit.service.runtime.Unpublished;
import io.guanxi.kit.service.time.BusinessClock;
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
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the last approval of each thing. */
@ApplicationScoped
class ApprovalTable implements Unpublished {
    private static final String DECIDABLE =
            "approver_roles && ? and (unit_id is null or unit_id = any(?))";

    /** A row, with what decides who may see it. */
    record Found(ApprovalCard card, String unitId, List<String> approverRoles) {}

    private final DataSource database;
    private final BusinessClock clock;

    ApprovalTable(DataSource database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Aggregate<?, ?, ?> aggregate() {
        return ApprovalStream.APPROVAL;
    }

    Optional<Found> of(String thing) {
        return list("select * from approval where thing = ?", s -> s.setString(1, thing)).stream()
                .findFirst();
    }

    /** The approval with this id, if the caller may see it. */
    Optional<ApprovalCard> find(UUID id, Visible visible) {
        return list(
                        "select * from approval where approval_id = ? and " + seen(),
                        s -> {
                            s.setObject(1, id);
                            bindSeen(s, 2, visible);
                        })
                .stream()
                .map(Found::card)
                .findFirst();
    }

    /** What the caller may see, oldest first. */
    List<ApprovalCard> page(
            Visible visible,
            boolean mine,
            ApprovalState state,
            Instant after,
            UUID last,
            int rows) {
        String sql =
                "select * from approval where "
                        + seen()
                        + " and (requested_at, approval_id) > (?, ?)"
                        + (mine
                                ? " and requested_by <> ? and state = 'PENDING' and expires_at > ?"
                                        + " and "
                                        + DECIDABLE
                                : "")
                        + (state == null ? "" : " and " + stateIs(state))
                        + " order by requested_at, approval_id limit ?";
        return list(
                        sql,
                        s -> {
                            int at = bindSeen(s, 1, visible);
                            s.setObject(at++, utc(after));
                            s.setObject(at++, last);
                            if (mine) {
                                s.setString(at++, visible.personId());
                                s.setObject(at++, utc(clock.now()));
                                at = bindDecidable(s, at, visible);
                            }
                            if (state != null && needsNow(state)) {
                                s.setObject(at++, utc(clock.now()));
                            }
                            s.setInt(at, rows);
                        })
                .stream()
                .map(Found::card)
                .toList();
    }

    /** Things whose pending approval is too old. */
    List<String> expired(Instant now, int most) {
        return list(
                        "select * from approval where state = 'PENDING' and expires_at <= ?"
                                + " order by expires_at limit "
                                + most,
                        s -> s.setObject(1, utc(now)))
                .stream()
                .map(found -> found.card().thing())
                .toList();
    }

    private static String seen() {
        return "(? or requested_by = ? or (" + DECIDABLE + "))";
    }

    private static int bindSeen(PreparedStatement s, int first, Visible visible)
            throws SQLException {
        s.setBoolean(first, visible.all());
        s.setString(first + 1, visible.personId());
        return bindDecidable(s, first + 2, visible);
    }

    private static int bindDecidable(PreparedStatement s, int first, Visible visible)
            throws SQLException {
        Connection connection = s.getConnection();
        s.setArray(first, connection.createArrayOf("text", visible.roles().toArray()));
        s.setArray(first + 1, connection.createArrayOf("text", visible.unitIds().toArray()));
        return first + 2;
    }

    /** One past its time counts as expired, whether or not that has been recorded. */
    private static String stateIs(ApprovalState state) {
        return switch (state) {
            case PENDING -> "(state = 'PENDING' and expires_at > ?)";
            case EXPIRED -> "(state = 'EXPIRED' or (state = 'PENDING' and expires_at <= ?))";
            case GRANTED, REJECTED, WITHDRAWN -> "state = '" + state + "'";
        };
    }

    private static boolean needsNow(ApprovalState state) {
        return state == ApprovalState.PENDING || state == ApprovalState.EXPIRED;
    }

    private List<Found> list(String sql, Binding binding) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binding.bind(select);
            List<Found> all = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    all.add(found(rows));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("The approvals cannot be read", e);
        }
    }

    private Found found(ResultSet row) throws SQLException {
        Instant expiresAt = instant(row, "expires_at");
        ApprovalState state = ApprovalState.valueOf(row.getString("state"));
        boolean late = state == ApprovalState.PENDING && !clock.now().isBefore(expiresAt);
        ApprovalCard card =
                new ApprovalCard(
                        row.getObject("approval_id", UUID.class),
                        row.getString("kind"),
                        row.getString("thing"),
                        row.getString("requested_by"),
                        instant(row, "requested_at"),
                        expiresAt,
                        late ? ApprovalState.EXPIRED : state,
                        row.getString("decided_by"),
                        late ? expiresAt : instant(row, "decided_at"));
        return new Found(
                card,
                row.getString("unit_id"),
                List.of((String[]) row.getArray("approver_roles").getArray()));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
