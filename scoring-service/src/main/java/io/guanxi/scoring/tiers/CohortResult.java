package io.guanxi.scoring.tiers;

import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.scoring.value.Factor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a cohort came out of a run.
 *
 * @param weights whole percents by factor
 * @param ranked false: too small a cohort is not run
 * @param size the clients with facts
 * @param counts clients by tier, and by outcome: provisional, changed
 */
public record CohortResult(
        ClientKind cohort,
        String modelVersion,
        Map<Factor, Integer> weights,
        boolean ranked,
        int size,
        Map<String, Long> counts,
        List<CutOff> cutOffs) {

    public CohortResult {
        weights = weights == null ? Map.of() : new TreeMap<>(weights);
        counts = new TreeMap<>(counts);
        cutOffs = List.copyOf(cutOffs);
    }
}
