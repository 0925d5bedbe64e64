package io.guanxi.visit.coverage;

/** How a due instant ended; one that passed without an outcome was missed. */
public enum Outcome {
    MET,
    LATE,
    CANCELLED
}
