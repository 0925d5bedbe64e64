package io.guanxi.scoring.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.scoring.ScoringDatabase;
import io.guanxi.scoring.value.Factor;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunInputsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant AS_OF = Instant.parse("2026-04-15T04:00:00Z");
    private static final String CLIENT = "0198a000-0000-7000-8000-000000000001";
    private ScoringDatabase database;

    @BeforeEach
    void aClient() throws SQLException, IOException {
        database = ScoringDatabase.create();
        database.execute("insert into client values ('" + CLIENT + "', 'ORGANIZATION', 'ACTIVE')");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void F1_revenue_is_that_of_the_twelve_months_before_this_one() throws SQLException {
        revenue("2025-03-01", "1000");
        revenue("2025-04-01", "10.01");
        revenue("2026-03-01", "20.02");
        revenue("2026-04-01", "1000");

        assertThat(input(Factor.REVENUE)).hasValue(3_003);
        assertThat(cohort().facts(0, Factor.REVENUE)).isEqualTo(2);
    }

    @Test
    void F1_growth_compares_two_quarters_and_needs_the_earlier_one_whole() throws SQLException {
        revenue("2025-10-01", "100");
        revenue("2026-01-01", "150");

        assertThat(input(Factor.GROWTH)).hasValue(500_000);

        database.execute("delete from revenue_month where month = '2025-10-01'");
        revenue("2025-11-01", "100");

        assertThat(input(Factor.GROWTH)).isEmpty();
        assertThat(input(Factor.REVENUE)).isPresent();
    }

    @Test
    void F1_growth_is_missing_when_nothing_was_earned_before() throws SQLException {
        revenue("2025-10-01", "0");
        revenue("2026-01-01", "150");

        assertThat(input(Factor.GROWTH)).isEmpty();
    }

    /** January 31 days, February 28, March 31: the months count alike, their days do not. */
    @Test
    void F1_volume_is_the_mean_of_three_monthly_means_of_standing_balances() throws SQLException {
        balance("a", "2025-12-20", "90", false);
        balance("a", "2026-02-15", "30", false);
        balance("a", "2026-04-01", "9999", false);

        long february = (90 * 14 + 30 * 14) * 100 / 28;

        assertThat(input(Factor.VOLUME)).hasValue((90_00 + february + 30_00) / 3);
    }

    @Test
    void F1_volume_sums_accounts_takes_overdrafts_as_nothing_and_loans_as_positive()
            throws SQLException {
        balance("a", "2025-12-20", "100", false);
        balance("b", "2025-12-20", "-40", false);
        balance("c", "2025-12-20", "-25", true);

        assertThat(input(Factor.VOLUME)).hasValue(125_00);
    }

    @Test
    void F1_an_account_opened_in_the_middle_counts_from_then_on() throws SQLException {
        balance("a", "2026-03-01", "31", false);

        assertThat(input(Factor.VOLUME)).hasValue(31_00 / 3);
    }

    @Test
    void F1_qualification_and_headcount_are_the_latest_by_then() throws SQLException {
        revenue("2026-03-01", "1");
        measure("QUALIFICATION", "2026-01-01", "70.5");
        measure("QUALIFICATION", "2026-04-01", "80");
        measure("QUALIFICATION", "2026-05-01", "90");
        measure("HEADCOUNT", "2026-01-01", "12");

        assertThat(input(Factor.QUALIFICATION)).hasValue(80_0000);
        assertThat(input(Factor.HEADCOUNT)).hasValue(12);
    }

    @Test
    void F1_a_client_without_balance_and_revenue_is_not_ranked() throws SQLException {
        measure("HEADCOUNT", "2026-01-01", "12");

        assertThat(cohort().table().size()).isZero();
        assertThat(cohort().unranked()).hasSize(1);
    }

    @Test
    void a_client_that_is_not_active_takes_no_part() throws SQLException {
        revenue("2026-03-01", "1");
        database.execute("update client set state = 'CLOSED'");

        assertThat(cohort().table().size()).isZero();
        assertThat(cohort().unranked()).isEmpty();
    }

    private OptionalLong input(Factor factor) throws SQLException {
        return cohort().table().value(0, factor);
    }

    private RunCohort cohort() throws SQLException {
        return RunInputs.read(
                database.connection(), ClientKind.ORGANIZATION, TierWindows.of(AS_OF, ZONE), AS_OF);
    }

    private void revenue(String month, String amount) throws SQLException {
        database.execute(
                "insert into revenue_month values ('%s', '%s', %s, 1, '%s')"
                        .formatted(CLIENT, month, amount, month));
    }

    private void balance(String account, String day, String amount, boolean loan)
            throws SQLException {
        database.execute(
                "insert into balance_day values ('%s', '%s', '%s', %s, %s, '%s', 'core', '%s')"
                        .formatted(CLIENT, account, day, amount, loan, day, account + day));
    }

    private void measure(String type, String day, String value) throws SQLException {
        database.execute(
                "insert into measure values ('%s', '%s', '%s', 'core', '%s', %s)"
                        .formatted(CLIENT, type, day, day, value));
    }
}
