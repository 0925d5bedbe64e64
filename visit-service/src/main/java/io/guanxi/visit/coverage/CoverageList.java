package io.guanxi.visit.coverage;

import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.service.book.BookScope;
import io.guanxi.kit.service.http.Cursor;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
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

/** Owed contacts by the book of the caller, the earliest due first. */
@ApplicationScoped
public class CoverageList {
    private final DataSource database;
    private final Rules rules;

    CoverageList(DataSource database, Rules rules) {
        this.database = database;
        this.rules = rules;
    }

    /** Which clients are asked for; null leaves a filter out. */
    public record Filter(String rmId, String unitId, String tier, CoverageState state) {}

    Page<CoverageItem> page(BookScope scope, Filter filter, Instant now, Paging paging) {
        Select select = select(scope, filter, now);
        paging.after(2)
                .ifPresent(
                        after ->
                                select.and(
                                        "(c.due_at, c.client_id) > (?, ?)",
                                        instant(after.get(0)),
                                        uuid(after.get(1))));
        select.end("order by c.due_at, c.client_id limit ?", paging.fetch());
        return paging.page(
                run(select, now),
                c -> new String[] {c.dueAt().toString(), c.clientId().toString()});
    }

    /** The clients after this one, by id. */
    List<CoverageItem> after(BookScope scope, UUID after, Instant now, int most) {
        Select select = select(scope, new Filter(null, null, null, null), now);
        select.and("c.client_id > ?", after);
        select.end("order by c.client_id limit ?", most);
        return run(select, now);
    }

    /** The most urgent ones. */
    public List<CoverageItem> first(BookScope scope, Filter filter, Instant now, int most) {
        Select select = select(scope, filter, now);
        select.end("order by c.due_at, c.client_id limit ?", most);
        return run(select, now);
    }

    private Select select(BookScope scope, Filter filter, Instant now) {
        Select select =
                new Select(
                        "select c.*, b.rm_id as owner, b.unit_id as place from coverage c"
                                + " join book_client b on b.client_id = c.client_id where ");
        select.and(BookScope.onBook("b"), scope);
        select.and("c.due_at is not null");
        select.andIf("b.rm_id = ?", filter.rmId());
        select.andIf("b.unit_id in " + Units.SUBTREE, filter.unitId());
        if (filter.tier() != null) {
            select.and("coalesce(c.tier, ?) = ?", rules.firstTier(), filter.tier());
        }
        if (filter.state() != null) {
            switch (filter.state()) {
                case MET -> select.and("c.opened_at > ?", now);
                case DUE -> select.and("c.opened_at <= ? and c.due_at > ?", now, now);
                case OVERDUE -> select.and("c.due_at <= ?", now);
            }
        }
        return select;
    }

    private List<CoverageItem> run(Select select, Instant now) {
        try {
            return select.run(database, row -> item(row, now));
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
    }

    private static CoverageItem item(ResultSet row, Instant now) throws SQLException {
        Instant openedAt = Select.instant(row, "opened_at");
        Instant dueAt = Select.instant(row, "due_at");
        return new CoverageItem(
                row.getObject("client_id", UUID.class),
                row.getString("owner"),
                row.getString("place"),
                row.getString("tier"),
                Select.texts(row, "flags"),
                CoverageState.at(now, openedAt, dueAt),
                openedAt,
                Select.instant(row, "warn_at"),
                dueAt,
                Select.instant(row, "last_contact_at"),
                row.getObject("last_contact_id", UUID.class),
                row.getString("last_contact_channel"));
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
