package io.guanxi.client.privacy;

import io.guanxi.kit.service.approval.ApprovalCard;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How far the erasure is; CERTIFIED makes it the certificate.
 *
 * @param confirmations by service, the stores that were purged and looked through
 * @param missing services that have not confirmed yet
 */
record ErasureCard(
        UUID clientId,
        Erasure.State state,
        List<Erasure.Hold> holds,
        Erasure.Step requested,
        Erasure.Step approved,
        ApprovalCard approval,
        List<Erasure.Confirmation> confirmations,
        List<String> missing,
        Instant certifiedAt) {

    static ErasureCard of(UUID clientId, Erasure erasure, ApprovalCard approval) {
        return new ErasureCard(
                clientId,
                erasure.state(),
                erasure.holds(),
                erasure.requested(),
                erasure.approved(),
                approval,
                erasure.confirmations(),
                erasure.state() == Erasure.State.UNDER_WAY
                        ? ErasureDecider.SERVICES.stream()
                                .filter(service -> !erasure.confirmedBy(service))
                                .sorted()
                                .toList()
                        : List.of(),
                erasure.certifiedAt());
    }
}
