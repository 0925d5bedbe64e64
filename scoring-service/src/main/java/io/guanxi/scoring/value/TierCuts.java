package io.guanxi.scoring.value;

import io.guanxi.contracts.scores.Tier;

/** The last rank of each tier; a tier whose last rank is that of the tier above is empty. */
public record TierCuts(int a1, int a2, int b1, int b2, int c) {

    /** The tier of a rank that counts from 1. */
    public Tier of(int rank) {
        if (rank <= a1) {
            return Tier.A1;
        }
        if (rank <= a2) {
            return Tier.A2;
        }
        if (rank <= b1) {
            return Tier.B1;
        }
        return rank <= b2 ? Tier.B2 : Tier.C;
    }

    /** The last rank of a tier. */
    public int last(Tier tier) {
        return switch (tier) {
            case A1 -> a1;
            case A2 -> a2;
            case B1 -> b1;
            case B2 -> b2;
            case C -> c;
        };
    }

    /** How many clients a tier has. */
    public int size(Tier tier) {
        return switch (tier) {
            case A1 -> a1;
            case A2 -> a2 - a1;
            case B1 -> b1 - a2;
            case B2 -> b2 - b1;
            case C -> c - b2;
        };
    }
}
