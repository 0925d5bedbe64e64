package io.guanxi.client.handover;

import io.guanxi.kit.service.approval.ApprovalCard;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A handover as shown.
 *
 * @param clients how many were asked for, then how many went; null: a whole book that still waits
 * @param clientIds those asked for; null in lists
 * @param reason null in lists
 * @param state REQUESTED, DONE, REJECTED, WITHDRAWN or EXPIRED
 */
record HandoverCard(
        UUID id,
        String from,
        String to,
        boolean all,
        Integer clients,
        List<UUID> clientIds,
        String reason,
        String state,
        Instant requestedAt,
        Instant doneAt,
        ApprovalCard approval) {}
