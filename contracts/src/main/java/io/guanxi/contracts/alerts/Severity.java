package io.guanxi.contracts.alerts;

/** How urgent an alert is, the mildest first. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL
}
