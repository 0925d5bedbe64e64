package io.guanxi.client.overview;

import io.agroal.api.AgroalDataSource;
import io.guanxi.client.overview.UnitOverview.Coverage;
import io.guanxi.client.overview.UnitOverview.Manager;
import io.guanxi.client.overview.UnitOverview.Tiers;
import io.guanxi.client.portfolio.PortfolioCaps;
import io.guanxi.client.portfolio.TierBook;
import io.guanxi.client.staff.BookType;
import io.guanxi.contracts.obligations.ObligationKinds;
import io.guanxi.kit.service.settings.Settings;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.kit.service.time.Calendars;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Counts what the managers of a unit carry, today or on a day in the past. */
@ApplicationScoped
class UnitOverviews {
    private static final String MANAGERS =
            """
            with recursive tree as (
                select cast(? as text) as unit_id
                union select u.unit_id from book_unit u join tree t on u.parent_id = t.unit_id),
            managers as (
                select s.* from book_staff s join tree using (unit_id)
                 where s.active and 'rm' = any(s.roles)),
            moment as (select cast(? as timestamptz) as at, cast(? as boolean) as past),
            owned as (
                select b.client_id,
                       case when b.since <= m.at then b.rm_id
                            else (select h->>'rmId' from jsonb_array_elements(b.history) h
                                   where cast(h->>'since' as timestamptz) <= m.at
                                     and m.at < cast(h->>'until' as timestamptz) limit 1)
                       end as rm_id
                  from book_client b join client_view e using (client_id), moment m
                 where (b.rm_id in (select staff_id from managers)
                        or (m.past and b.history <> '[]'))
                   and (m.past or e.state <> 'ERASED')),
            standing as (
                select c.client_id,
                       max(case when c.due_at <= m.at then 2 when c.opened_at <= m.at then 1
                                else 0 end) as late
                  from client_obligation c join owned using (client_id), moment m
                 where c.state = 'OPEN' and c.kind = ? and not m.past
                 group by c.client_id)
            select m.staff_id, v.name, m.unit_id, m.book_type, m.capacity, m.qualified_until,
                   count(o.client_id) as clients,
                   count(*) filter (where s.tier = 'A1') as a1,
                   count(*) filter (where s.tier = 'A2') as a2,
                   count(*) filter (where s.tier = 'B1') as b1,
                   count(*) filter (where s.tier = 'B2') as b2,
                   count(*) filter (where s.tier = 'C') as c,
                   count(o.client_id) filter (where s.tier is null) as none,
                   count(*) filter (where d.late = 0) as met,
                   count(*) filter (where d.late = 1) as due,
                   count(*) filter (where d.late = 2) as overdue,
                   count(*) filter (where s.risk_level = 'HIGH') as high,
                   count(*) filter (where m.book_type = 'PHONE'
                       and (s.tier = any(?) or 'QUALITY_C' = any(w.flags))) as need_own,
                   exists (select 1 from book_cover k, moment t
                            where k.staff_id = m.staff_id
                              and k.from_at <= t.at and t.at < k.to_at) as absent
              from managers m
              left join staff_view v on v.staff_id = m.staff_id
              left join owned o on o.rm_id = m.staff_id
              left join client_score s on s.client_id = o.client_id
              left join standing d on d.client_id = o.client_id
              left join client_view w on w.client_id = o.client_id
             group by m.staff_id, v.name, m.unit_id, m.book_type, m.capacity, m.qualified_until
             order by m.staff_id
            """;

    private final AgroalDataSource database;
    private final Settings settings;
    private final TierBook tiers;
    private final BusinessClock clock;
    private final Calendars calendars;

    UnitOverviews(
            AgroalDataSource database,
            Settings settings,
            TierBook tiers,
            BusinessClock clock,
            Calendars calendars) {
        this.database = database;
        this.settings = settings;
        this.tiers = tiers;
        this.clock = clock;
        this.calendars = calendars;
    }

    UnitOverview on(String unitId, LocalDate day) {
        boolean past = day.isBefore(clock.today());
        Instant at = past ? calendars.endOf(day).minus(1, ChronoUnit.MICROS) : clock.now();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(MANAGERS)) {
            select.setString(1, unitId);
            select.setObject(2, at.atOffset(ZoneOffset.UTC));
            select.setBoolean(3, past);
            select.setString(4, ObligationKinds.VISIT);
            select.setArray(5, connection.createArrayOf("text", tiers.ownManagerTiers().toArray()));
            List<Manager> managers = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    managers.add(manager(row, past));
                }
            }
            return UnitOverview.of(unitId, day, managers);
        } catch (SQLException e) {
            throw new IllegalStateException("The unit's books cannot be counted.", e);
        }
    }

    private Manager manager(ResultSet row, boolean past) throws SQLException {
        String type = row.getString("book_type");
        BookType bookType = type == null ? BookType.PERSONAL : BookType.valueOf(type);
        int cap = settings.get("portfolio-caps", PortfolioCaps.class).capOf(bookType);
        Integer own = row.getObject("capacity", Integer.class);
        int capacity = own == null ? cap : own;
        int clients = row.getInt("clients");
        return new Manager(
                row.getString("staff_id"),
                row.getString("name"),
                row.getString("unit_id"),
                bookType.name(),
                clients,
                cap,
                capacity,
                UnitOverview.load(clients, capacity),
                row.getObject("qualified_until", LocalDate.class),
                row.getBoolean("absent"),
                past ? null : tiers(row),
                past
                        ? null
                        : new Coverage(row.getInt("met"), row.getInt("due"), row.getInt("overdue")),
                past ? null : (Integer) row.getInt("high"),
                past ? null : (Integer) row.getInt("need_own"));
    }

    private static Tiers tiers(ResultSet row) throws SQLException {
        return new Tiers(
                row.getInt("a1"),
                row.getInt("a2"),
                row.getInt("b1"),
                row.getInt("b2"),
                row.getInt("c"),
                row.getInt("none"));
    }
}
