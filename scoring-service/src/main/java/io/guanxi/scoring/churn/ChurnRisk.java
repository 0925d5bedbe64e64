package io.guanxi.scoring.churn;

import java.math.BigDecimal;
import java.util.List;

/**
 * A reckoned risk (F3) with what it is made of.
 *
 * @param risk 0 to 100 with one decimal; null when there is not enough data
 * @param terms one per factor that is there, in the order of the factors
 * @param missing factors without data: they score 0
 * @param historyDays days since the first counting transaction; null without one
 */
public record ChurnRisk(
        BigDecimal risk, List<Term> terms, List<ChurnFactor> missing, Integer historyDays) {

    public ChurnRisk {
        terms = List.copyOf(terms);
        missing = List.copyOf(missing);
    }

    /**
     * One term.
     *
     * @param value 0 to 1 with four decimals
     * @param points what it adds to the risk
     */
    public record Term(ChurnFactor factor, BigDecimal value, BigDecimal points) {}

    public boolean enoughData() {
        return risk != null;
    }
}
