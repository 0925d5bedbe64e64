package io.guanxi.client.client;

/** Why a book changed, as others may know it. */
public enum AssignmentReason {
    REGISTERED,
    MOVED,
    ASSIGNED,
    TRANSFERRED,
    HANDED_OVER
}
