package io.guanxi.scoring.churn;

/** The terms of the churn risk (F3). */
public enum ChurnFactor {
    /** R: what the bank earns falls. */
    REVENUE,
    /** F: days with transactions become fewer. */
    FREQUENCY,
    /** Q: the time since the last transaction. */
    RECENCY,
    /** M: members have left since the baseline. */
    MEMBERS,
    /** C: an open complaint, or a competitor's fresh note. */
    COMPLAINT
}
