package io.guanxi.contracts.obligations;

/** A cadence is open, paused or cancelled; only one-offs become met. */
public enum ObligationState {
    OPEN,
    PAUSED,
    MET,
    CANCELLED
}
