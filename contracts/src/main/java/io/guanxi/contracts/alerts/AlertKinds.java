package io.guanxi.contracts.alerts;

/** The kinds of alert. The list is open: a kind is named after the fact it tells. */
public final class AlertKinds {
    public static final String CHURN_HIGH = "churn-high";
    public static final String TIER_CHANGED = "tier-changed";
    public static final String PORTFOLIO_FULL = "portfolio-full";
    public static final String BREAK_GLASS_OPENED = "break-glass-opened";
    public static final String DUPLICATE_REPORTED = "duplicate-reported";
    public static final String OBLIGATION_WARNING = "obligation-warning";
    public static final String OBLIGATION_BREACHED = "obligation-breached";

    private AlertKinds() {}
}
