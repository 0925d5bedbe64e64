package io.guanxi.scoring.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.scoring.SettingsDocuments;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ValueScoresTest {
    private static final ValueModel ORGANIZATION =
            SettingsDocuments.valueModels().model(ClientKind.ORGANIZATION);

    @Test
    void F1_points_are_the_share_of_the_others_with_less() {
        assertThat(points(0, 0, 0, 5, 5, 10)).containsExactly(0, 0, 0, 600_000, 600_000, 1_000_000);
    }

    @Test
    void F1_a_single_client_with_an_input_has_50_points() {
        assertThat(points(7)).containsExactly(500_000);
    }

    @Test
    void F1_points_are_rounded_half_up_to_four_decimals() {
        assertThat(points(1, 2, 3, 4)).containsExactly(0, 333_333, 666_667, 1_000_000);
    }

    private static int[] points(long... values) {
        PercentRank rank = new PercentRank(values.clone());
        return Arrays.stream(values).mapToInt(rank::points).toArray();
    }

    /**
     * Eleven clients with the ranks 0..10, so that points are tens; one of them is 90/80/70/60/50.
     */
    @Test
    void F1_weighs_90_80_70_60_50_points_to_75_5() {
        ValueTable table = new ValueTable();
        for (int row = 0; row <= 10; row++) {
            table.add(new UUID(0, row));
        }
        int row = 3;
        place(table, Factor.REVENUE, row, 9);
        place(table, Factor.VOLUME, row, 8);
        place(table, Factor.QUALIFICATION, row, 7);
        place(table, Factor.HEADCOUNT, row, 6);
        place(table, Factor.GROWTH, row, 5);

        long score = ValueScores.of(ORGANIZATION, table).score(row);

        assertThat(ValueScores.decimal(score)).hasToString("75.5");
    }

    /** Gives the values 0..10 so that the row has the value asked for. */
    private static void place(ValueTable table, Factor factor, int row, int value) {
        for (int other = 0; other <= 10; other++) {
            int own = other == row ? value : other == value ? row : other;
            table.set(other, factor, own);
        }
    }

    @Test
    void F1_a_missing_input_scores_0_and_does_not_count_among_the_others() {
        ValueTable table = new ValueTable();
        int rich = table.add(new UUID(0, 1));
        int poor = table.add(new UUID(0, 2));
        int unknown = table.add(new UUID(0, 3));
        table.set(rich, Factor.REVENUE, 100);
        table.set(poor, Factor.REVENUE, -100);

        ValueScores scores = ValueScores.of(ORGANIZATION, table);

        assertThat(ValueScores.decimal(scores.score(rich))).hasToString("35");
        assertThat(scores.score(poor)).isZero();
        assertThat(scores.score(unknown)).isZero();
    }

    @Test
    void F1_a_model_may_give_50_points_or_share_the_weight() {
        ValueTable table = new ValueTable();
        int rich = table.add(new UUID(0, 1));
        table.add(new UUID(0, 2));
        table.set(rich, Factor.REVENUE, 100);
        table.set(1, Factor.REVENUE, 10);

        assertThat(score(table, ValueModel.Missing.FIFTY)).isEqualTo("67.5");
        assertThat(score(table, ValueModel.Missing.REWEIGHT)).isEqualTo("100");
    }

    private static String score(ValueTable table, ValueModel.Missing missing) {
        Map<Factor, Integer> weights = new EnumMap<>(ORGANIZATION.weights());
        ValueModel model = new ValueModel("other", weights, missing);
        return ValueScores.decimal(ValueScores.of(model, table).score(0)).toPlainString();
    }
}
