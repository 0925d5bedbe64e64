package io.guanxi.scoring.value;

/** What a value score is made of. Inputs are whole numbers of the factor's smallest unit. */
public enum Factor {
    /** What the bank earned in twelve months, in hundredths. */
    REVENUE(2),
    /** The mean daily closing balance of three months over all accounts, in hundredths. */
    VOLUME(2),
    /** The enterprise qualification, 0 to 100. */
    QUALIFICATION(4),
    HEADCOUNT(0),
    /** The change of revenue between two quarters, as a share of the earlier one. */
    GROWTH(6),
    /** How well the client keeps the rules, 0 to 100 (TI-07). */
    COMPLIANCE(4);

    private final int decimals;

    Factor(int decimals) {
        this.decimals = decimals;
    }

    /** How many decimals of the input are kept. */
    public int decimals() {
        return decimals;
    }
}
