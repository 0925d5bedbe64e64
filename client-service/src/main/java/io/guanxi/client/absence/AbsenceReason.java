package io.guanxi.client.absence;

/** Why somebody is away. */
public enum AbsenceReason {
    LEAVE,
    ILLNESS,
    TRAINING,
    OTHER,
    /** PR-19: not away, but not allowed to serve. */
    UNQUALIFIED
}
