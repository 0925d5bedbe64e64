package io.guanxi.scoring.tiers;

import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.scoring.sql.Batch;
import io.guanxi.scoring.value.Factor;
import io.guanxi.scoring.value.ValueScores;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Reads a cohort's inputs in one pass over the totals that the intake keeps. */
final class RunInputs {
    private static final int FETCH = 5_000;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    /** Days are weighed whole and months are equal: F1's mean of the monthly means. */
    private static final String INPUTS =
            """
            with windows as (
                select ?::text as kind, ?::date as year, ?::date as before,
                       ?::date as quarter, ?::date as until, ?::timestamptz as as_of),
            months as (
                select month::date as first, (month + interval '1 month')::date as next
                from windows, generate_series(quarter, until - 1, interval '1 month') month),
            revenue as (
                select client_id,
                       coalesce(sum(amount) filter (where month >= year), 0) as amount,
                       sum(facts) filter (where month >= year) as facts,
                       max(newest_at) as newest,
                       min(month) as first,
                       sum(amount) filter (where month >= before and month < quarter) as earlier,
                       sum(amount) filter (where month >= quarter) as later,
                       sum(facts) filter (where month >= before) as growth_facts
                from revenue_month, windows
                where month < until
                group by client_id),
            spans as (
                select client_id, account, day as from_day, at,
                       case when loan then abs(amount) else greatest(amount, 0) end as amount,
                       lead(day, 1, until) over (partition by client_id, account order by day)
                           as to_day
                from balance_day, windows
                where day < until),
            volume as (
                select client_id,
                       coalesce(sum(spans.amount
                           * (least(to_day, next) - greatest(from_day, first))
                           / (next - first)), 0) / 3 as amount,
                       count(distinct (account, from_day)) as facts,
                       max(at) as newest
                from spans left join months on from_day < next and to_day > first
                group by client_id),
            latest as (
                select distinct on (client_id, type) client_id, type, value, at
                from measure, windows
                where at <= as_of
                order by client_id, type, at desc, source desc, id desc)
            select client.client_id,
                   told.tier, coalesce(told.provisional, false) as provisional, told.score,
                   revenue.amount as revenue, revenue.facts as revenue_facts,
                   revenue.newest as revenue_newest,
                   case when revenue.first <= before and revenue.earlier > 0
                        then round((coalesce(revenue.later, 0) - revenue.earlier)
                            / revenue.earlier, 6) end as growth,
                   revenue.growth_facts, revenue.newest as growth_newest,
                   volume.amount as volume, volume.facts as volume_facts,
                   volume.newest as volume_newest,
                   qualification.value as qualification, qualification.at as qualification_newest,
                   headcount.value as headcount, headcount.at as headcount_newest,
                   compliance.value as compliance, compliance.at as compliance_newest
            from windows
            join client on client.kind = windows.kind and client.state = 'ACTIVE'
            left join client_tier told on told.client_id = client.client_id
            left join revenue on revenue.client_id = client.client_id
            left join volume on volume.client_id = client.client_id
            left join latest qualification on qualification.client_id = client.client_id
                and qualification.type = 'QUALIFICATION'
            left join latest headcount on headcount.client_id = client.client_id
                and headcount.type = 'HEADCOUNT'
            left join latest compliance on compliance.client_id = client.client_id
                and compliance.type = 'COMPLIANCE'
            """;

    private RunInputs() {}

    static RunCohort read(Connection connection, ClientKind kind, TierWindows windows, Instant asOf)
            throws SQLException {
        RunCohort cohort = new RunCohort(kind);
        try (PreparedStatement statement = connection.prepareStatement(INPUTS)) {
            statement.setFetchSize(FETCH);
            statement.setString(1, kind.name());
            statement.setObject(2, windows.year());
            statement.setObject(3, windows.before());
            statement.setObject(4, windows.quarter());
            statement.setObject(5, windows.until());
            statement.setObject(6, asOf.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    add(cohort, row);
                }
            }
        }
        return cohort;
    }

    private static void add(RunCohort cohort, ResultSet row) throws SQLException {
        UUID client = row.getObject("client_id", UUID.class);
        RunCohort.Before before = before(row);
        if (row.getBigDecimal("revenue") == null && row.getBigDecimal("volume") == null) {
            cohort.addUnranked(client, before);
            return;
        }
        int index = cohort.add(client, before);
        for (Factor factor : Factor.values()) {
            add(cohort, index, factor, row);
        }
    }

    private static RunCohort.Before before(ResultSet row) throws SQLException {
        String tier = row.getString("tier");
        if (tier == null) {
            return RunCohort.Before.NOTHING;
        }
        BigDecimal score = row.getBigDecimal("score");
        return new RunCohort.Before(
                RunCohort.tier(tier),
                row.getBoolean("provisional"),
                score == null ? null : score.movePointRight(ValueScores.DECIMALS).longValueExact());
    }

    private static void add(RunCohort cohort, int index, Factor factor, ResultSet row)
            throws SQLException {
        String column = column(factor);
        BigDecimal value = row.getBigDecimal(column);
        if (value == null) {
            return;
        }
        Instant newest = Batch.instant(row, column + "_newest");
        cohort.set(index, factor, whole(factor, value), facts(factor, row), micros(newest));
    }

    private static String column(Factor factor) {
        return switch (factor) {
            case REVENUE -> "revenue";
            case VOLUME -> "volume";
            case QUALIFICATION -> "qualification";
            case HEADCOUNT -> "headcount";
            case GROWTH -> "growth";
            case COMPLIANCE -> "compliance";
        };
    }

    private static int facts(Factor factor, ResultSet row) throws SQLException {
        return switch (factor) {
            case REVENUE, VOLUME, GROWTH -> row.getInt(column(factor) + "_facts");
            case QUALIFICATION, HEADCOUNT, COMPLIANCE -> 1;
        };
    }

    /** The input in the factor's smallest unit; what no number can hold is the largest there is. */
    private static long whole(Factor factor, BigDecimal value) {
        BigDecimal scaled =
                value.setScale(factor.decimals(), RoundingMode.HALF_UP)
                        .movePointRight(factor.decimals());
        return scaled.min(LARGEST).max(LARGEST.negate()).longValueExact();
    }

    private static long micros(Instant at) {
        return at == null ? 0 : at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }
}
