package io.guanxi.kit.service.approval;

/** How a request for approval stands. */
public enum ApprovalState {
    PENDING,
    GRANTED,
    REJECTED,
    WITHDRAWN,
    EXPIRED
}
