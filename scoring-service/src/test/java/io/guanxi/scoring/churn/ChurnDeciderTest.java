package io.guanxi.scoring.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.kit.eventsourcing.Decision;
import io.guanxi.kit.testing.DeciderSpec;
import io.guanxi.scoring.SettingsDocuments;
import io.guanxi.scoring.churn.ChurnEvent.RiskChanged;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChurnDeciderTest {
    private static final UUID CLIENT = UUID.fromString("0198a000-0000-7000-8000-000000000001");
    private static final ChurnModel MODEL = SettingsDocuments.churn();
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private final DeciderSpec<AssessChurn, Churn, ChurnEvent> churn =
            DeciderSpec.of(new ChurnDecider());

    @Test
    void a_first_risk_is_told() {
        churn.when(assess("12.0")).then(told(RiskLevel.LOW, null, "12.0"));
    }

    @Test
    void not_enough_data_is_no_first_risk() {
        churn.when(assess(null)).thenNothing();
    }

    @Test
    void losing_the_data_is_another_level() {
        churn.given(told(RiskLevel.MEDIUM, null, "50.0"))
                .when(assess(null))
                .then(told(RiskLevel.NOT_ENOUGH_DATA, RiskLevel.MEDIUM, null));
        churn.given(told(RiskLevel.NOT_ENOUGH_DATA, RiskLevel.MEDIUM, null))
                .when(assess(null))
                .thenNothing();
    }

    @ParameterizedTest
    @CsvSource({"45.0, 49.9, false", "45.0, 50.0, true", "45.0, 40.1, false", "45.0, 40.0, true"})
    void a_move_inside_a_level_is_told_from_5_points_on(String before, String now, boolean told) {
        Decision<ChurnEvent> decision =
                churn.given(told(RiskLevel.MEDIUM, null, before)).when(assess(now)).decision();

        assertThat(decision.equals(Decision.accept())).isEqualTo(!told);
    }

    @Test
    void a_small_move_over_a_threshold_is_told_and_the_way_back_is_longer() {
        churn.given(told(RiskLevel.MEDIUM, null, "69.0"))
                .when(assess("70.0"))
                .then(told(RiskLevel.HIGH, RiskLevel.MEDIUM, "70.0"));
        churn.given(told(RiskLevel.HIGH, RiskLevel.MEDIUM, "70.0"))
                .when(assess("65.1"))
                .thenNothing();
        churn.given(told(RiskLevel.HIGH, RiskLevel.MEDIUM, "66.0"))
                .when(assess("64.9"))
                .then(told(RiskLevel.MEDIUM, RiskLevel.HIGH, "64.9"));
    }

    private static RiskChanged told(RiskLevel level, RiskLevel before, String risk) {
        return new RiskChanged(CLIENT, level, before, assess(risk).receipt());
    }

    private static AssessChurn assess(String risk) {
        ChurnRisk reckoned =
                new ChurnRisk(
                        risk == null ? null : new BigDecimal(risk), List.of(), List.of(), 400);
        return new AssessChurn(CLIENT, MODEL, reckoned, ChurnWindows.of(MODEL, DAY), inputs());
    }

    private static ChurnInputs inputs() {
        return new ChurnInputs(
                DAY,
                new ChurnInputs.Activity(Optional.empty(), Optional.empty(), 0, 0),
                new ChurnInputs.Revenue(
                        Optional.empty(), BigDecimal.ZERO, BigDecimal.ZERO, false, BigDecimal.ZERO),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty());
    }
}
