package io.guanxi.scoring.churn;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * The setting {@code churn}: how F3 is reckoned.
 *
 * @param version names the model on every risk it made
 * @param weights shares of one
 * @param high from this risk on the level is HIGH
 * @param medium from this risk on the level is MEDIUM
 * @param fallBelow a level is left downwards only so far below its threshold
 * @param publishDelta a risk that moved so far is published though its level stands
 * @param minimumHistoryDays with less nothing is said
 * @param windowDays the window that frequency is counted in, twice
 * @param recencyDays so many days without a transaction are the full term
 * @param revenueMonths the window that revenue is summed in, twice
 * @param revenueFall so large a fall of revenue is the full term
 * @param memberLoss so large a loss of members is the full term
 * @param competitorNoteDays so long a competitor's note counts
 */
public record ChurnModel(
        String version,
        Map<ChurnFactor, BigDecimal> weights,
        BigDecimal high,
        BigDecimal medium,
        BigDecimal fallBelow,
        BigDecimal publishDelta,
        int minimumHistoryDays,
        int windowDays,
        int recencyDays,
        int revenueMonths,
        BigDecimal revenueFall,
        BigDecimal memberLoss,
        int competitorNoteDays) {
    /** The settings document's name. */
    public static final String NAME = "churn";

    public ChurnModel {
        weights = Map.copyOf(new EnumMap<>(weights));
        BigDecimal sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException("The weights of " + version + " sum to " + sum);
        }
    }

    public BigDecimal weight(ChurnFactor factor) {
        return weights.getOrDefault(factor, BigDecimal.ZERO);
    }
}
