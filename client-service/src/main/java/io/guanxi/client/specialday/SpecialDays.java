package io.guanxi.client.specialday;

import io.guanxi.client.specialday.Anniversaries.Anniversary;
import io.guanxi.kit.service.book.BookScope;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Finds the special days in the profiles themselves: of a person {@code birthday}, else the one in
 * the resident identity number; of any client {@code celebrations}. What is no date is passed over.
 */
@ApplicationScoped
class SpecialDays {
    private static final String FIND =
            """
            select * from (
                select a.day, v.client_id, v.name, s.kind, s.occasion, s.n,
                       case when s.date ~ '^[0-9]{4}-'
                            then extract(year from a.day)::int - left(s.date, 4)::int end as years
                  from book_client b
                  join client_view v on v.client_id = b.client_id and v.state = 'ACTIVE'
                  cross join lateral (
                      select 'BIRTHDAY' as kind, null as occasion, 0 as n,
                             coalesce(v.personal->'profile'->>'birthday',
                                      regexp_replace(v.personal->'identifiers'->>'residentId',
                                          '^.{6}(....)(..)(..).*$', '\\1-\\2-\\3')) as date
                       where v.kind = 'PERSON'
                      union all
                      select 'CELEBRATION', left(c.one->>'name', 200), c.n::int, c.one->>'day'
                        from jsonb_array_elements(
                                 case jsonb_typeof(v.personal->'profile'->'celebrations')
                                      when 'array' then v.personal->'profile'->'celebrations'
                                      else '[]' end) with ordinality as c (one, n)
                       where jsonb_typeof(c.one) = 'object') s
                  join unnest(?::date[], ?::text[]) as a (day, month_day)
                    on a.month_day = right(s.date, 5)
                 where s.date ~ '^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$'
                   and (?::text is null or b.rm_id = ?)
                   and %s) special
             where coalesce(years, 0) >= 0 and (day, client_id, n) > (?, ?, ?)
             order by day, client_id, n
             limit ?
            """
                    .formatted(BookScope.onBook("b"));
    private static final Place START = new Place(LocalDate.EPOCH, new UUID(0, 0), -1);

    private final DataSource database;

    SpecialDays(DataSource database) {
        this.database = database;
    }

    /** Where a page ended. */
    private record Place(LocalDate day, UUID client, int number) {
        static Place of(List<String> keys) {
            return new Place(
                    LocalDate.parse(keys.get(0)),
                    UUID.fromString(keys.get(1)),
                    Integer.parseInt(keys.get(2)));
        }

        String[] keys() {
            return new String[] {day.toString(), client.toString(), Integer.toString(number)};
        }
    }

    private record Row(SpecialDay special, int number) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    new SpecialDay(
                            row.getObject("day", LocalDate.class),
                            row.getObject("client_id", UUID.class),
                            row.getString("name"),
                            SpecialDay.Kind.valueOf(row.getString("kind")),
                            row.getString("occasion"),
                            row.getObject("years", Integer.class)),
                    row.getInt("n"));
        }

        String[] keys() {
            return new Place(special.day(), special.clientId(), number).keys();
        }
    }

    /**
     * The special days of these clients, by day.
     *
     * @param rmId only those this manager owns; null: of the whole book
     */
    Page<SpecialDay> find(
            BookScope scope, String rmId, List<Anniversary> anniversaries, Paging paging) {
        Place after = paging.after(3, Place::of).orElse(START);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "date", anniversaries.stream().map(Anniversary::day).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text", anniversaries.stream().map(Anniversary::monthDay).toArray()));
            select.setString(3, rmId);
            select.setString(4, rmId);
            int next = scope.bind(select, 5);
            select.setObject(next, after.day());
            select.setObject(next + 1, after.client());
            select.setInt(next + 2, after.number());
            select.setInt(next + 3, paging.fetch());
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(Row.read(row));
                }
            }
            return paging.page(rows, Row::keys).map(Row::special);
        } catch (SQLException e) {
            throw new IllegalStateException("Special days cannot be read", e);
        }
    }
}
