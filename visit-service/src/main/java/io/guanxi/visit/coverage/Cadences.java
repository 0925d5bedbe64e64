package io.guanxi.visit.coverage;

import java.util.List;
import java.util.Set;

/**
 * The {@code cadences} setting.
 *
 * @param warnPercent how much of the open time has passed when a warning is due
 * @param firstTier what a client counts as until it is ranked
 * @param rules in order: of two that ask for the same, the first one stands
 */
public record Cadences(int warnPercent, String firstTier, List<Cadence> rules) {

    public Cadences {
        rules = List.copyOf(rules);
    }

    /** The rules that nothing stricter covers ("Strictest" in the definitions). */
    List<Cadence> applyingTo(String tier, Set<String> flags) {
        List<Cadence> candidates = rules.stream().filter(r -> r.concerns(tier, flags)).toList();
        return candidates.stream().filter(r -> undominated(r, candidates)).toList();
    }

    private static boolean undominated(Cadence rule, List<Cadence> candidates) {
        int place = candidates.indexOf(rule);
        for (int i = 0; i < candidates.size(); i++) {
            Cadence other = candidates.get(i);
            boolean equallyStrict = other.implies(rule) && rule.implies(other);
            if (i != place && other.implies(rule) && (!equallyStrict || i < place)) {
                return false;
            }
        }
        return true;
    }
}
