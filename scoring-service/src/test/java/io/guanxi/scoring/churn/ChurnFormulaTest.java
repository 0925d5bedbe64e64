package io.guanxi.scoring.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.scoring.SettingsDocuments;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChurnFormulaTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private final ChurnFormula formula = new ChurnFormula(SettingsDocuments.churn());

    @Test
    void scenario_12_five_signs_at_once_are_66_5_MEDIUM() {
        ChurnInputs inputs =
                client().revenue(100, 60)
                        .days(10, 4)
                        .idle(45)
                        .members(100, 90)
                        .openComplaint()
                        .build();

        assertRisk(inputs, "66.5", RiskLevel.MEDIUM);
    }

    @Test
    void scenario_12_half_the_revenue_and_90_days_of_silence_are_75_HIGH() {
        assertRisk(client().revenue(100, 50).days(10, 0).idle(90).build(), "75.0", RiskLevel.HIGH);
    }

    @ParameterizedTest
    @CsvSource({"67, 69.9, MEDIUM", "68, 70.1, HIGH"})
    void F3_the_level_follows_the_rounded_risk(int idle, String risk, RiskLevel level) {
        assertRisk(client().revenue(100, 0).days(10, 0).idle(idle).build(), risk, level);
    }

    @Test
    void F3_a_missing_term_scores_0_and_is_named() {
        ChurnRisk risk = formula.risk(client().days(10, 5).idle(0).build());

        assertThat(risk.risk()).isEqualTo("12.5");
        assertThat(risk.missing()).containsExactly(ChurnFactor.REVENUE, ChurnFactor.MEMBERS);
    }

    @Test
    void F3_revenue_is_missing_when_its_first_month_lies_inside_the_windows() {
        assertThat(missing(client().revenue(100, 60).firstRevenue(DAY.minusMonths(6))))
                .doesNotContain(ChurnFactor.REVENUE);
        assertThat(missing(client().revenue(100, 60).firstRevenue(DAY.minusMonths(5))))
                .contains(ChurnFactor.REVENUE);
    }

    @Test
    void F3_a_client_that_once_earned_and_earns_nothing_now_is_at_full_risk_of_the_term() {
        assertThat(term(client().revenue(0, 0).earnedBefore(), ChurnFactor.REVENUE))
                .isEqualByComparingTo("1");
        assertThat(term(client().revenue(-5, -5).earnedBefore(), ChurnFactor.REVENUE))
                .isEqualByComparingTo("1");
        assertThat(term(client().revenue(0, 0), ChurnFactor.REVENUE)).isEqualByComparingTo("0");
        assertThat(term(client().revenue(0, 1).earnedBefore(), ChurnFactor.REVENUE))
                .isEqualByComparingTo("0");
    }

    @Test
    void F3_two_silent_windows_are_full_risk_of_the_term_not_no_drop() {
        assertThat(term(client().days(0, 0).idle(200), ChurnFactor.FREQUENCY))
                .isEqualByComparingTo("1");
        assertThat(term(client().days(0, 3), ChurnFactor.FREQUENCY)).isEqualByComparingTo("0");
    }

    @Test
    void F3_frequency_is_missing_under_180_days_of_history() {
        assertThat(missing(client().history(179))).contains(ChurnFactor.FREQUENCY);
        assertThat(missing(client().history(180))).doesNotContain(ChurnFactor.FREQUENCY);
    }

    @Test
    void F3_members_are_missing_without_a_baseline_or_with_one_of_0() {
        assertThat(missing(client().members(0, 5))).contains(ChurnFactor.MEMBERS);
        assertThat(term(client().members(10, 9), ChurnFactor.MEMBERS)).isEqualByComparingTo("0.5");
        assertThat(term(client().members(10, 12), ChurnFactor.MEMBERS)).isEqualByComparingTo("0");
    }

    @Test
    void F3_under_90_days_of_history_nothing_is_said() {
        assertThat(formula.risk(client().history(89).build()).enoughData()).isFalse();
        assertThat(formula.risk(client().history(90).build()).enoughData()).isTrue();
        ChurnRisk never = formula.risk(client().neverActive().build());
        assertThat(never.enoughData()).isFalse();
        assertThat(formula.level(never, RiskLevel.HIGH)).isEqualTo(RiskLevel.NOT_ENOUGH_DATA);
    }

    @ParameterizedTest
    @CsvSource({
        "70.0, LOW, HIGH",
        "69.9, LOW, MEDIUM",
        "69.9, HIGH, HIGH",
        "65.0, HIGH, HIGH",
        "64.9, HIGH, MEDIUM",
        "40.0, LOW, MEDIUM",
        "39.9, LOW, LOW",
        "39.9, MEDIUM, MEDIUM",
        "35.0, MEDIUM, MEDIUM",
        "34.9, MEDIUM, LOW",
        "35.0, HIGH, MEDIUM",
        "34.9, HIGH, LOW",
        "39.9, NOT_ENOUGH_DATA, LOW"
    })
    void F3_a_level_falls_only_five_points_below_its_threshold(
            String risk, RiskLevel current, RiskLevel expected) {
        ChurnRisk reckoned = new ChurnRisk(new BigDecimal(risk), List.of(), List.of(), 400);

        assertThat(formula.level(reckoned, current)).isEqualTo(expected);
    }

    private void assertRisk(ChurnInputs inputs, String risk, RiskLevel level) {
        ChurnRisk reckoned = formula.risk(inputs);

        assertThat(reckoned.risk()).isEqualTo(risk);
        assertThat(formula.level(reckoned, RiskLevel.LOW)).isEqualTo(level);
    }

    private BigDecimal term(Sample client, ChurnFactor factor) {
        return formula.risk(client.build()).terms().stream()
                .filter(term -> term.factor() == factor)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private List<ChurnFactor> missing(Sample client) {
        return formula.risk(client.build()).missing();
    }

    private static Sample client() {
        return new Sample();
    }

    /** A client of 400 days, active today, of whom nothing else is known. */
    private static final class Sample {
        private Optional<LocalDate> first = Optional.of(DAY.minusDays(400));
        private Optional<LocalDate> last = Optional.of(DAY);
        private int previousDays = 10;
        private int lastDays = 10;
        private Optional<LocalDate> firstRevenue = Optional.empty();
        private BigDecimal before = BigDecimal.ZERO;
        private BigDecimal after = BigDecimal.ZERO;
        private boolean earned;
        private Optional<BigDecimal> baseline = Optional.empty();
        private Optional<BigDecimal> members = Optional.empty();
        private boolean complaint;

        Sample revenue(int newBefore, int newAfter) {
            firstRevenue = Optional.of(DAY.minusMonths(12));
            before = BigDecimal.valueOf(newBefore);
            after = BigDecimal.valueOf(newAfter);
            return this;
        }

        Sample firstRevenue(LocalDate month) {
            firstRevenue = Optional.of(month);
            return this;
        }

        Sample earnedBefore() {
            earned = true;
            return this;
        }

        Sample days(int previous, int newLast) {
            previousDays = previous;
            lastDays = newLast;
            return this;
        }

        Sample idle(int days) {
            last = Optional.of(DAY.minusDays(days));
            return this;
        }

        Sample history(int days) {
            first = Optional.of(DAY.minusDays(days));
            return this;
        }

        Sample neverActive() {
            first = Optional.empty();
            last = Optional.empty();
            return this;
        }

        Sample members(int newBaseline, int today) {
            baseline = Optional.of(BigDecimal.valueOf(newBaseline));
            members = Optional.of(BigDecimal.valueOf(today));
            return this;
        }

        Sample openComplaint() {
            complaint = true;
            return this;
        }

        ChurnInputs build() {
            return new ChurnInputs(
                    DAY,
                    new ChurnInputs.Activity(first, last, previousDays, lastDays),
                    new ChurnInputs.Revenue(firstRevenue, before, after, earned, before.add(after)),
                    baseline,
                    members,
                    complaint,
                    false,
                    Optional.empty());
        }
    }
}
