package io.guanxi.scoring.value;

/**
 * How much of a cohort is in which tier (TI-01, TI-02), in whole percents of it, cumulatively.
 *
 * @param a the best clients, up to this share
 * @param b those after them, up to this share
 * @param upper the share of A that is A1, and of B that is B1
 */
public record TierShares(int a, int b, int upper) {
    private static final int WHOLE = 100;

    public TierShares {
        if (a < 0 || b < a || b > WHOLE || upper < 0 || upper > WHOLE) {
            throw new IllegalArgumentException("Shares rise from 0 to 100: " + a + ", " + b);
        }
    }

    /** TI-03: the cut-offs of a cohort of n, each a floor. */
    public TierCuts of(int n) {
        int lastA = share(n, a);
        int lastB = share(n, b);
        return new TierCuts(
                share(lastA, upper), lastA, lastA + share(lastB - lastA, upper), lastB, n);
    }

    private static int share(int n, int percent) {
        return Math.toIntExact((long) n * percent / WHOLE);
    }
}
