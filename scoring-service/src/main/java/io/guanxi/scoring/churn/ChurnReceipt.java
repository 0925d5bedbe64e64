package io.guanxi.scoring.churn;

import java.math.BigDecimal;
import java.util.List;

/**
 * How a risk came about: read for explanations, never reckoned again.
 *
 * @param historyDays days since the first counting transaction
 * @param terms the factors with their values and points
 * @param missing factors without data; they score 0
 */
public record ChurnReceipt(
        String modelVersion,
        BigDecimal risk,
        Integer historyDays,
        List<ChurnRisk.Term> terms,
        List<ChurnFactor> missing,
        ChurnWindows windows,
        ChurnInputs inputs) {

    public ChurnReceipt {
        terms = List.copyOf(terms);
        missing = List.copyOf(missing);
    }

    static ChurnReceipt of(
            ChurnModel model, ChurnRisk risk, ChurnWindows windows, ChurnInputs inputs) {
        return new ChurnReceipt(
                model.version(),
                risk.risk(),
                risk.historyDays(),
                risk.terms(),
                risk.missing(),
                windows,
                inputs);
    }

    /** The factors that add to the risk, the strongest first. */
    public List<ChurnRisk.Term> reasons() {
        return terms.stream()
                .filter(term -> term.points().signum() > 0)
                .sorted((one, other) -> other.points().compareTo(one.points()))
                .toList();
    }
}
