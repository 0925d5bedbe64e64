package io.guanxi.scoring.churn;

import io.guanxi.scoring.sql.Batch;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads the inputs of many clients at once, from the totals that the intake keeps. */
final class ChurnInputRows {
    private static final String INPUTS =
            """
            with windows as (
                select ?::date as day, ?::date as days_from, ?::date as days_middle,
                       ?::date as months_from, ?::date as months_middle, ?::date as months_until,
                       ?::date as year_from, ?::timestamptz as day_end)
            select due.client_id, days.*, revenue.*, members.value as members,
                   greatest(revenue.newest_revenue, members.at) as newest_fact
            from windows cross join unnest(?) as due (client_id)
            left join lateral (
                select (select day from counting_day
                        where client_id = due.client_id and day <= windows.day
                        order by day limit 1) as first_day,
                       (select day from counting_day
                        where client_id = due.client_id and day <= windows.day
                        order by day desc limit 1) as last_day,
                       (select count(*) from counting_day
                        where client_id = due.client_id
                            and day > days_from and day <= days_middle) as previous_days,
                       (select count(*) from counting_day
                        where client_id = due.client_id
                            and day > days_middle and day <= windows.day) as last_days
                ) days on true
            left join lateral (
                select min(month) as first_month,
                       sum(amount) filter (
                           where month >= months_from and month < months_middle) as previous,
                       sum(amount) filter (
                           where month >= months_middle and month < months_until) as last,
                       sum(amount) filter (
                           where month >= year_from and month < months_until) as twelve_months,
                       bool_or(amount > 0) filter (where month < months_middle) as ever_before,
                       max(newest_at) filter (where month < months_until) as newest_revenue
                from revenue_month
                where client_id = due.client_id
                ) revenue on true
            left join lateral (
                select value, at from measure
                where client_id = due.client_id and type = 'MEMBERS' and at < day_end
                order by at desc, source desc, id desc limit 1
                ) members on true
            """;

    private final ZoneId zone;

    ChurnInputRows(ZoneId zone) {
        this.zone = zone;
    }

    Map<UUID, ChurnInputs> read(
            Connection connection, ChurnWindows windows, Collection<UUID> clients)
            throws SQLException {
        Map<UUID, ChurnInputs> inputs = new HashMap<>();
        Instant dayEnd = windows.day().plusDays(1).atStartOfDay(zone).toInstant();
        try (Batch<UUID> batch = Batch.of(connection, INPUTS, clients)) {
            batch.with(windows.day())
                    .with(windows.daysFrom())
                    .with(windows.daysMiddle())
                    .with(windows.monthsFrom())
                    .with(windows.monthsMiddle())
                    .with(windows.monthsUntil())
                    .with(windows.yearFrom())
                    .with(dayEnd)
                    .ids(Function.identity())
                    .query(
                            row ->
                                    inputs.put(
                                            row.getObject("client_id", UUID.class),
                                            inputs(row, windows)));
        }
        return inputs;
    }

    private static ChurnInputs inputs(ResultSet row, ChurnWindows windows) throws SQLException {
        return new ChurnInputs(
                windows.day(),
                new ChurnInputs.Activity(
                        day(row, "first_day"),
                        day(row, "last_day"),
                        row.getInt("previous_days"),
                        row.getInt("last_days")),
                new ChurnInputs.Revenue(
                        day(row, "first_month"),
                        amount(row, "previous"),
                        amount(row, "last"),
                        row.getBoolean("ever_before"),
                        amount(row, "twelve_months")),
                Optional.empty(),
                Optional.ofNullable(row.getBigDecimal("members")),
                false,
                false,
                Optional.ofNullable(Batch.instant(row, "newest_fact")));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static BigDecimal amount(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
