package io.guanxi.visit.intake;

import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.service.book.BookScope;
import io.guanxi.kit.service.http.Cursor;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.visit.lifecycle.VisitState;
import io.guanxi.visit.sql.Select;
import io.guanxi.visit.sql.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Visits by the book of the caller, newest first. */
@ApplicationScoped
public class VisitList {
    private final DataSource database;

    VisitList(DataSource database) {
        this.database = database;
    }

    /**
     * Which visits are asked for; null leaves a filter out.
     *
     * @param from the first instant of their beginning
     * @param to the first instant after that
     */
    public record Filter(
            String rmId,
            String unitId,
            UUID clientId,
            VisitState state,
            Instant from,
            Instant to) {}

    Page<VisitSummary> page(BookScope scope, Filter filter, Paging paging) {
        Select select = select(scope, filter);
        paging.after(2)
                .ifPresent(
                        after ->
                                select.and(
                                        "(v.starts_at, v.visit_id) < (?, ?)",
                                        instant(after.get(0)),
                                        uuid(after.get(1))));
        select.end("order by v.starts_at desc, v.visit_id desc limit ?", paging.fetch());
        return paging.page(
                run(select), v -> new String[] {v.startsAt().toString(), v.id().toString()});
    }

    /** The visits after this one, by id. */
    List<VisitSummary> after(BookScope scope, UUID after, int most) {
        Select select = select(scope, new Filter(null, null, null, null, null, null));
        select.and("v.visit_id > ?", after);
        select.end("order by v.visit_id limit ?", most);
        return run(select);
    }

    /** All of a short interval, in order of time: a day's or a week's agenda. */
    public List<VisitSummary> agenda(BookScope scope, Filter filter, int most) {
        Select select = select(scope, filter);
        select.and("v.state <> 'CANCELLED'");
        select.end("order by v.starts_at, v.visit_id limit ?", most);
        return run(select);
    }

    private static Select select(BookScope scope, Filter filter) {
        Select select = new Select("select v.* from visit v where ");
        select.book(scope, "v.client_id");
        select.andIf("(v.rm_id = ? or ? = any(v.joint))", filter.rmId(), filter.rmId());
        select.andIf(
                "exists (select 1 from book_client c where c.client_id = v.client_id and c.unit_id"
                        + " in "
                        + Units.SUBTREE
                        + ")",
                filter.unitId());
        select.andIf("v.client_id = ?", filter.clientId());
        select.andIf("v.state = ?", filter.state() == null ? null : filter.state().name());
        select.andIf("v.starts_at >= ?", filter.from());
        select.andIf("v.starts_at < ?", filter.to());
        return select;
    }

    private List<VisitSummary> run(Select select) {
        try {
            return select.run(database, VisitList::summary);
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
    }

    private static VisitSummary summary(ResultSet row) throws SQLException {
        return new VisitSummary(
                row.getObject("visit_id", UUID.class),
                row.getObject("client_id", UUID.class),
                row.getString("rm_id"),
                row.getString("purpose"),
                Select.instant(row, "starts_at"),
                Select.instant(row, "ends_at"),
                row.getString("channel"),
                List.of((UUID[]) row.getArray("contact_ids").getArray()),
                Select.texts(row, "joint"),
                row.getString("state"),
                row.getBoolean("ad_hoc"),
                row.getBoolean("confirmed"),
                row.getString("reason_code"),
                Select.instant(row, "started_at"),
                Select.instant(row, "logged_at"),
                row.getObject("duration_minutes", Integer.class),
                row.getObject("distance_metres", Integer.class),
                row.getBoolean("late"),
                Select.texts(row, "flags"),
                row.getInt("version"));
    }

    private static Instant instant(String key) {
        try {
            return Instant.parse(key);
        } catch (DateTimeParseException e) {
            throw Cursor.invalid();
        }
    }

    private static UUID uuid(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }
}
