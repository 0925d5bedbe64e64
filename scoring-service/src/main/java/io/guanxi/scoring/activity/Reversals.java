package io.guanxi.scoring.activity;

import io.guanxi.contracts.activity.ActivityType;
import io.guanxi.scoring.sql.Batch;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes facts back: they stay as they were, and count no more. */
final class Reversals {
    private static final String REVERSE =
            """
            update activity set reversed_at = ?
            where source = ? and id = ? and reversed_at is null
            returning client_id, type, day, initiator, coalesce(account, '') as account, amount
            """;
    private static final String DAY =
            """
            update counting_day set transactions = transactions - 1
            where client_id = ? and day = ?
            """;
    private static final String NO_DAY =
            "delete from counting_day where client_id = ? and day = ? and transactions <= 0";
    private static final String MONTH =
            """
            update revenue_month set amount = amount - ?::numeric, facts = facts - 1
            where client_id = ? and month = ?
            """;
    private static final String NO_MONTH =
            "delete from revenue_month where client_id = ? and month = ? and facts <= 0";
    private static final String NO_MEASURE =
            "delete from measure where client_id = ? and type = ? and source = ? and id = ?";
    private static final String NO_BALANCE =
            """
            delete from balance_day
            where client_id = ? and account = ? and day = ? and source = ? and id = ?
            """;

    /** The latest other balance of the day closes it now. */
    private static final String BALANCE_BEFORE =
            """
            insert into balance_day (client_id, account, day, amount, loan, at, source, id)
            select client_id, coalesce(account, ''), day, amount,
                   coalesce(kind, '') = 'LOAN', at, source, id
            from activity
            where client_id = ? and coalesce(account, '') = ? and day = ? and type = 'BALANCE'
                and reversed_at is null
            order by at desc, source desc, id desc limit 1
            on conflict (client_id, account, day) do update
            set amount = excluded.amount, loan = excluded.loan, at = excluded.at,
                source = excluded.source, id = excluded.id
            where (excluded.at, excluded.source, excluded.id)
                > (balance_day.at, balance_day.source, balance_day.id)
            """;

    private Reversals() {}

    private record Reversed(
            UUID client,
            ActivityType type,
            LocalDate day,
            boolean counted,
            String account,
            Object amount) {

        static Reversed read(ResultSet row) throws SQLException {
            return new Reversed(
                    row.getObject("client_id", UUID.class),
                    ActivityType.valueOf(row.getString("type")),
                    row.getObject("day", LocalDate.class),
                    !ResolvedFact.BANK.equals(row.getString("initiator")),
                    row.getString("account"),
                    row.getBigDecimal("amount"));
        }
    }

    /** Takes a fact back, unless it was before; once is enough. */
    static void reverse(Connection connection, IncomingFact.Key key, Instant now)
            throws SQLException {
        Optional<Reversed> reversed;
        try (Batch<Void> batch = Batch.of(connection, REVERSE, List.of())) {
            reversed =
                    batch.with(now).with(key.source()).with(key.id()).query(Reversed::read).stream()
                            .findFirst();
        }
        if (reversed.isPresent()) {
            uncount(connection, key, reversed.get());
            ChurnDue.touch(connection, List.of(reversed.get().client()));
        }
    }

    private static void uncount(Connection connection, IncomingFact.Key key, Reversed fact)
            throws SQLException {
        UUID client = fact.client();
        switch (fact.type()) {
            case TRANSACTION -> {
                if (fact.counted()) {
                    run(connection, DAY, client, fact.day());
                    run(connection, NO_DAY, client, fact.day());
                }
            }
            case REVENUE -> {
                LocalDate month = fact.day().withDayOfMonth(1);
                run(connection, MONTH, fact.amount(), client, month);
                run(connection, NO_MONTH, client, month);
            }
            case BALANCE -> {
                run(
                        connection,
                        NO_BALANCE,
                        client,
                        fact.account(),
                        fact.day(),
                        key.source(),
                        key.id());
                run(connection, BALANCE_BEFORE, client, fact.account(), fact.day());
            }
            case HEADCOUNT, QUALIFICATION, MEMBERS, COMPLIANCE ->
                    run(connection, NO_MEASURE, client, fact.type().name(), key.source(), key.id());
            case PRODUCT, CREDIT_EVENT, MATURITY, LIMIT, OVERDUE -> {}
        }
    }

    private static void run(Connection connection, String sql, Object... values)
            throws SQLException {
        try (Batch<Void> batch = Batch.of(connection, sql, List.of())) {
            for (Object value : values) {
                batch.with(value);
            }
            batch.update();
        }
    }
}
