package io.guanxi.kit.service.approval;

/**
 * The setting {@code approvals}.
 *
 * @param validHours how long a second person may take (ours)
 */
public record ApprovalRules(int validHours) {}
