package io.guanxi.contracts.alerts;

/** Where an alert is in its life. */
public enum AlertState {
    OPEN,
    ACKNOWLEDGED,
    SNOOZED,
    RESOLVED
}
