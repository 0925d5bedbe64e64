package io.guanxi.kit.service.approval;

import java.time.Instant;
import java.util.UUID;

/**
 * A request for approval as shown.
 *
 * @param thing the path of the thing; {@code <thing>/approval} decides
 * @param decidedBy who allowed, rejected or withdrew it; null while it waits, or if it expired
 */
public record ApprovalCard(
        UUID id,
        String kind,
        String thing,
        String requestedBy,
        Instant requestedAt,
        Instant expiresAt,
        ApprovalState state,
        String decidedBy,
        Instant decidedAt) {}
