package io.guanxi.scoring.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.scoring.SettingsDocuments;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F3 on real data: the numbers of the domain's definitions. */
class BerkaChurnTest {
    private static final LocalDate DAY = LocalDate.of(1994, 4, 1);
    private static final int RISKIEST = 1874;
    private static Map<Integer, BerkaAccount> accounts;
    private final ChurnFormula formula = new ChurnFormula(SettingsDocuments.churn());

    /** Before each, so that every test that cannot run is counted as skipped. */
    @BeforeEach
    void read() throws IOException {
        Optional<Path> folder = BerkaBank.folder();
        if (folder.isEmpty()) {
            abort("the Berka data is not there (-Dguanxi.berka=<folder>)");
        }
        if (accounts == null) {
            accounts = BerkaBank.accountsByOwner(folder.orElseThrow());
        }
    }

    @Test
    void F3_client_1874_is_41_6_MEDIUM() {
        ChurnInputs inputs = inputs(accounts.get(RISKIEST));
        ChurnRisk risk = formula.risk(inputs);

        assertThat(inputs.revenue().previous()).isEqualTo("324.56");
        assertThat(inputs.revenue().last()).isEqualTo("190.79");
        assertThat(inputs.activity().previousDays()).isEqualTo(11);
        assertThat(inputs.activity().lastDays()).isEqualTo(6);
        assertThat(risk.terms().stream().map(term -> term.value().toPlainString()))
                .containsExactly("0.8243", "0.4545", "0.2778", "0.0000");
        assertThat(risk.risk()).isEqualTo("41.6");
        assertThat(formula.level(risk, null)).isEqualTo(RiskLevel.MEDIUM);
    }

    @Test
    void F3_nobody_is_HIGH_and_client_1874_leads() {
        Map<Integer, ChurnRisk> risks = new HashMap<>();
        accounts.forEach((client, account) -> risks.put(client, formula.risk(inputs(account))));

        assertThat(risks).hasSize(1_229);
        assertThat(risks.values().stream().filter(risk -> !risk.enoughData())).hasSize(89);
        assertThat(risks.values().stream().map(risk -> formula.level(risk, null)))
                .doesNotContain(RiskLevel.HIGH);
        assertThat(
                        risks.entrySet().stream()
                                .filter(entry -> entry.getValue().enoughData())
                                .max(
                                        Map.Entry.comparingByValue(
                                                Comparator.comparing(ChurnRisk::risk)))
                                .orElseThrow()
                                .getKey())
                .isEqualTo(RISKIEST);
    }

    private static ChurnInputs inputs(BerkaAccount account) {
        NavigableSet<LocalDate> days = account.countingDays();
        return new ChurnInputs(
                DAY,
                new ChurnInputs.Activity(
                        days.isEmpty() ? Optional.empty() : Optional.of(days.first()),
                        Optional.ofNullable(days.floor(DAY)),
                        window(days, DAY.minusDays(180), DAY.minusDays(90)),
                        window(days, DAY.minusDays(90), DAY)),
                revenue(account),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty());
    }

    private static int window(NavigableSet<LocalDate> days, LocalDate after, LocalDate until) {
        return days.subSet(after, false, until, true).size();
    }

    private static ChurnInputs.Revenue revenue(BerkaAccount account) {
        YearMonth month = YearMonth.from(DAY);
        return new ChurnInputs.Revenue(
                Optional.of(account.firstMonth().atDay(1)),
                sum(account, month.minusMonths(6), month.minusMonths(3)),
                sum(account, month.minusMonths(3), month),
                false,
                sum(account, month.minusMonths(12), month));
    }

    private static BigDecimal sum(BerkaAccount account, YearMonth from, YearMonth before) {
        BigDecimal sum = BigDecimal.ZERO;
        for (YearMonth month = from; month.isBefore(before); month = month.plusMonths(1)) {
            sum = sum.add(account.revenue(month));
        }
        return sum;
    }
}
