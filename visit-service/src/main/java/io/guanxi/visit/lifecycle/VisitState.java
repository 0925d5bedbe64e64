package io.guanxi.visit.lifecycle;

/** Where a visit stands, the further one first. */
public enum VisitState {
    LOGGED,
    NO_SHOW,
    STARTED,
    CANCELLED,
    CONFIRMED,
    PLANNED
}
