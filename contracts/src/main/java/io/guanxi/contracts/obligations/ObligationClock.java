package io.guanxi.contracts.obligations;

/** Whether all time counts or only working days, by calendar. */
public enum ObligationClock {
    ELAPSED,
    WORKING
}
