package io.guanxi.scoring.value;

import java.util.EnumMap;
import java.util.Map;

/**
 * How one cohort is scored (F1).
 *
 * @param version names the model on every score it made
 * @param weights whole percents, together 100
 * @param missing what a client scores on an input it does not have
 */
public record ValueModel(String version, Map<Factor, Integer> weights, Missing missing) {
    private static final int WHOLE = 100;

    /** What an absent input is worth. */
    public enum Missing {
        ZERO,
        FIFTY,
        /** The present inputs share its weight. */
        REWEIGHT
    }

    public ValueModel {
        weights = Map.copyOf(new EnumMap<>(weights));
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != WHOLE || weights.values().stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException(
                    "The weights of "
                            + version
                            + " sum to "
                            + sum
                            + ", not 100, or one is negative.");
        }
    }

    public int weight(Factor factor) {
        return weights.getOrDefault(factor, 0);
    }
}
