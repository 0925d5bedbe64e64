package io.guanxi.contracts.directory;

/** Whether an absence stands. That it has begun or ended is for the clock to say. */
public enum AbsenceState {
    ACTIVE,
    CANCELLED
}
