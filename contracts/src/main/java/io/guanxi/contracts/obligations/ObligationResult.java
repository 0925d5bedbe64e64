package io.guanxi.contracts.obligations;

/** How a due instant ended; one that passed without a result was missed. */
public enum ObligationResult {
    MET,
    LATE,
    CANCELLED
}
