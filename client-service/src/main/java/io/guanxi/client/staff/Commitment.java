package io.guanxi.client.staff;

import java.time.LocalDate;

/** PH-01, PH-02: what somebody has signed not to do, for a year. */
public record Commitment(Kind kind, LocalDate from, LocalDate until) {

    /** What is forsworn. */
    public enum Kind {
        NO_MISLEADING,
        NO_FUND_BROKERING
    }
}
