package io.guanxi.client.client;

/** LC-01..05: where the client stands in its life with the bank. */
public enum Stage {
    POTENTIAL,
    DEVELOPMENT,
    GROWTH,
    MATURITY,
    TERMINATION
}
