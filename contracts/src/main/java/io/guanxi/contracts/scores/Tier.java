package io.guanxi.contracts.scores;

/** The five value tiers, best first (TI-01, TI-02). */
public enum Tier {
    A1,
    A2,
    B1,
    B2,
    C;

    public boolean isA() {
        return this == A1 || this == A2;
    }

    public boolean isB() {
        return this == B1 || this == B2;
    }
}
