package io.guanxi.visit.coverage;

import java.time.Instant;

/** How people see an obligation; it follows from the clock. */
public enum CoverageState {
    MET,
    DUE,
    OVERDUE;

    static CoverageState at(Instant now, Instant openedAt, Instant dueAt) {
        if (!now.isBefore(dueAt)) {
            return OVERDUE;
        }
        return now.isBefore(openedAt) ? MET : DUE;
    }
}
