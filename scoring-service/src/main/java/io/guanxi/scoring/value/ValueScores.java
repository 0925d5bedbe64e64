package io.guanxi.scoring.value;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * The value scores of a cohort (F1), exact: points are in units of 0.0001, scores in millionths.
 */
public final class ValueScores {
    /** Decimals of a score that is kept as a whole number. */
    public static final int DECIMALS = 6;

    /** One whole point of score. */
    public static final long ONE = 1_000_000;

    private static final int FIFTY = 500_000;
    private static final int WHOLE = 100;

    private final ValueModel model;
    private final Map<Factor, int[]> points = new EnumMap<>(Factor.class);
    private final long[] scores;

    private ValueScores(ValueModel model, int size) {
        this.model = model;
        this.scores = new long[size];
    }

    /** Scores every client of the table. */
    public static ValueScores of(ValueModel model, ValueTable table) {
        ValueScores result = new ValueScores(model, table.size());
        int[] weights = new int[table.size()];
        for (Factor factor : Factor.values()) {
            if (model.weight(factor) > 0) {
                result.add(factor, table, weights);
            }
        }
        if (model.missing() == ValueModel.Missing.REWEIGHT) {
            result.reweigh(weights);
        }
        return result;
    }

    private void add(Factor factor, ValueTable table, int[] weights) {
        int weight = model.weight(factor);
        PercentRank rank = new PercentRank(table.column(factor));
        int[] column = new int[table.size()];
        for (int row = 0; row < column.length; row++) {
            if (table.has(row, factor)) {
                column[row] = rank.points(table.number(row, factor));
                weights[row] += weight;
            } else {
                column[row] = model.missing() == ValueModel.Missing.FIFTY ? FIFTY : 0;
            }
            scores[row] += (long) weight * column[row];
        }
        points.put(factor, column);
    }

    private void reweigh(int[] weights) {
        for (int row = 0; row < scores.length; row++) {
            int weight = weights[row];
            if (weight > 0 && weight < WHOLE) {
                scores[row] = (2 * WHOLE * scores[row] + weight) / (2L * weight);
            }
        }
    }

    /** The score in millionths. */
    public long score(int row) {
        return scores[row];
    }

    /** What a factor brought, before its weight; 0 for a factor the model does not weigh. */
    public int points(int row, Factor factor) {
        int[] column = points.get(factor);
        return column == null ? 0 : column[row];
    }

    /** A score in millionths as people read it. */
    public static BigDecimal decimal(long score) {
        BigDecimal plain = BigDecimal.valueOf(score, DECIMALS).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
