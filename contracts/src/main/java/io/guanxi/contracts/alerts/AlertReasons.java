package io.guanxi.contracts.alerts;

/** Why an alert was suppressed, resolved or reopened, as codes. The list is open. */
public final class AlertReasons {
    /** The obligation was met; {@code metAt} and {@code learnedAt} say when. */
    public static final String MET = "MET";

    /** A tier, flag, calendar or setting changed, and the obligation is no longer due then. */
    public static final String RULE_CHANGED = "RULE_CHANGED";

    /** The obligation was given up, for example because the client was closed. */
    public static final String CANCELLED = "CANCELLED";

    /** The obligation is paused; its time does not run. */
    public static final String PAUSED = "PAUSED";

    /** The warning is over, because the obligation is now breached. */
    public static final String BREACHED = "BREACHED";

    /** A person said it is dealt with. */
    public static final String HANDLED = "HANDLED";

    private AlertReasons() {}
}
