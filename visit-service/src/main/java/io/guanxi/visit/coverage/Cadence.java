package io.guanxi.visit.coverage;

import io.guanxi.visit.Channel;
import java.util.Set;

/**
 * One rule of the {@code cadences} setting: clients of a tier, or with a flag, must be reached this
 * often.
 *
 * @param row of the domain catalogue, for example {@code VI-06}
 * @param kind of the obligation
 * @param tier null where the rule hangs on a flag
 * @param flag null where the rule hangs on a tier
 * @param counts the channels that meet it; a video call counts as a phone call, so VIDEO is none
 */
public record Cadence(
        String row,
        String kind,
        String tier,
        String flag,
        int months,
        Window window,
        Set<Channel> counts) {

    public Cadence {
        if ((tier == null) == (flag == null)) {
            throw new IllegalArgumentException("The cadence " + row + " takes a tier or a flag.");
        }
        counts = Set.copyOf(counts);
    }

    boolean concerns(String itsTier, Set<String> itsFlags) {
        return tier != null ? tier.equals(itsTier) : itsFlags.contains(flag);
    }

    boolean counts(Channel channel) {
        return counts.contains(channel.counted());
    }

    /** Whoever keeps this rule keeps the other one, too. */
    boolean implies(Cadence other) {
        return kind.equals(other.kind)
                && months <= other.months
                && other.counts.containsAll(counts);
    }
}
