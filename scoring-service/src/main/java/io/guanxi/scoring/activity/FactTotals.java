package io.guanxi.scoring.activity;

import io.guanxi.contracts.activity.ActivityType;
import io.guanxi.scoring.sql.Batch;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the scores read instead of all facts: kept with every batch, a statement per kind. */
final class FactTotals {
    private static final String DAYS =
            """
            insert into counting_day (client_id, day, transactions)
            select * from unnest(?, ?, ?) as total (client_id, day, transactions)
            order by client_id, day
            on conflict (client_id, day) do update
            set transactions = counting_day.transactions + excluded.transactions
            """;
    private static final String REVENUE =
            """
            insert into revenue_month (client_id, month, amount, facts, newest_at)
            select * from unnest(?, ?, ?, ?, ?) as total (client_id, month, amount, facts, newest)
            order by client_id, month
            on conflict (client_id, month) do update
            set amount = revenue_month.amount + excluded.amount,
                facts = revenue_month.facts + excluded.facts,
                newest_at = greatest(revenue_month.newest_at, excluded.newest_at)
            """;
    private static final String BALANCES =
            """
            insert into balance_day (client_id, account, day, amount, loan, at, source, id)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                as closing (client_id, account, day, amount, loan, at, source, id)
            order by client_id, account, day
            on conflict (client_id, account, day) do update
            set amount = excluded.amount, loan = excluded.loan, at = excluded.at,
                source = excluded.source, id = excluded.id
            where (excluded.at, excluded.source, excluded.id)
                > (balance_day.at, balance_day.source, balance_day.id)
            """;
    private static final String MEASURES =
            """
            insert into measure (client_id, type, at, source, id, value)
            select * from unnest(?, ?, ?, ?, ?, ?) as measured (client_id, type, at, source, id, v)
            order by client_id, type, at, source, id
            on conflict do nothing
            """;

    /** The later of two closing balances of a day wins; a tie is settled by the id. */
    private static final Comparator<ResolvedFact> CLOSING =
            Comparator.comparing((ResolvedFact fact) -> fact.fact().at())
                    .thenComparing(fact -> fact.key().source())
                    .thenComparing(fact -> fact.key().id());

    private record ClientDay(UUID client, LocalDate day) {}

    private record AccountDay(UUID client, String account, LocalDate day) {}

    private record Sum(BigDecimal amount, int facts, Instant newest) {
        static Sum of(ResolvedFact fact) {
            return new Sum(fact.fact().amount(), 1, fact.fact().at());
        }

        Sum plus(Sum other) {
            return new Sum(
                    amount.add(other.amount),
                    facts + other.facts,
                    newest.isAfter(other.newest) ? newest : other.newest);
        }
    }

    private final Map<ClientDay, Integer> days = new HashMap<>();
    private final Map<ClientDay, Sum> revenue = new HashMap<>();
    private final Map<AccountDay, ResolvedFact> balances = new HashMap<>();
    private final List<ResolvedFact> measures = new ArrayList<>();

    private FactTotals() {}

    /** Adds facts that are counted for the first time. */
    static void add(Connection connection, List<ResolvedFact> facts) throws SQLException {
        FactTotals totals = new FactTotals();
        facts.forEach(totals::count);
        totals.write(connection);
    }

    private void count(ResolvedFact fact) {
        ActivityType type = fact.fact().type();
        switch (type) {
            case TRANSACTION -> {
                if (fact.counts()) {
                    days.merge(new ClientDay(fact.client(), fact.day()), 1, Integer::sum);
                }
            }
            case REVENUE ->
                    revenue.merge(
                            new ClientDay(fact.client(), fact.day().withDayOfMonth(1)),
                            Sum.of(fact),
                            Sum::plus);
            case BALANCE ->
                    balances.merge(
                            new AccountDay(fact.client(), fact.account(), fact.day()),
                            fact,
                            (one, other) -> CLOSING.compare(one, other) >= 0 ? one : other);
            case HEADCOUNT, QUALIFICATION, MEMBERS, COMPLIANCE -> measures.add(fact);
            case PRODUCT, CREDIT_EVENT, MATURITY, LIMIT, OVERDUE -> {}
        }
    }

    private void write(Connection connection) throws SQLException {
        if (!days.isEmpty()) {
            writeDays(connection);
        }
        if (!revenue.isEmpty()) {
            writeRevenue(connection);
        }
        if (!balances.isEmpty()) {
            writeBalances(connection);
        }
        if (!measures.isEmpty()) {
            writeMeasures(connection);
        }
    }

    private void writeDays(Connection connection) throws SQLException {
        try (var batch = Batch.of(connection, DAYS, days.entrySet())) {
            batch.ids(total -> total.getKey().client())
                    .days(total -> total.getKey().day())
                    .integers(Map.Entry::getValue)
                    .update();
        }
    }

    private void writeRevenue(Connection connection) throws SQLException {
        try (var batch = Batch.of(connection, REVENUE, revenue.entrySet())) {
            batch.ids(total -> total.getKey().client())
                    .days(total -> total.getKey().day())
                    .numbers(total -> total.getValue().amount())
                    .integers(total -> total.getValue().facts())
                    .instants(total -> total.getValue().newest())
                    .update();
        }
    }

    private void writeBalances(Connection connection) throws SQLException {
        try (var batch = Batch.of(connection, BALANCES, balances.values())) {
            batch.ids(ResolvedFact::client)
                    .texts(ResolvedFact::account)
                    .days(ResolvedFact::day)
                    .numbers(fact -> fact.fact().amount())
                    .flags(ResolvedFact::isLoan)
                    .instants(fact -> fact.fact().at())
                    .texts(fact -> fact.key().source())
                    .texts(fact -> fact.key().id())
                    .update();
        }
    }

    private void writeMeasures(Connection connection) throws SQLException {
        try (var batch = Batch.of(connection, MEASURES, measures)) {
            batch.ids(ResolvedFact::client)
                    .texts(fact -> fact.fact().type().name())
                    .instants(fact -> fact.fact().at())
                    .texts(fact -> fact.key().source())
                    .texts(fact -> fact.key().id())
                    .numbers(fact -> fact.fact().value())
                    .update();
        }
    }
}
