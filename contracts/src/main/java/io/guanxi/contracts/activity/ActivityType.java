package io.guanxi.contracts.activity;

/** What a fact is about. */
public enum ActivityType {
    TRANSACTION,
    BALANCE,
    REVENUE,
    HEADCOUNT,
    QUALIFICATION,
    PRODUCT,
    MEMBERS,
    CREDIT_EVENT,
    MATURITY,
    LIMIT,
    OVERDUE,
    COMPLIANCE
}
