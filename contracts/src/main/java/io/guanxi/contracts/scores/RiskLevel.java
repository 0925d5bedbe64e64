package io.guanxi.contracts.scores;

/** Levels of churn risk; under 90 days of history there is none (F3). */
public enum RiskLevel {
    LOW,
    MEDIUM,
    HIGH,
    NOT_ENOUGH_DATA
}
