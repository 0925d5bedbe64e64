package io.guanxi.contracts.clients;

/** The stage of the relationship (LC-01 to LC-05). */
public enum Stage {
    POTENTIAL,
    DEVELOPMENT,
    GROWTH,
    MATURITY,
    TERMINATION
}
