package io.guanxi.kit.service.approval;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a second person is asked to allow.
 *
 * @param approvalId this request; a thing may be asked for again
 * @param kind what is asked, for example {@code handover}
 * @param thing the path of the thing, from the root
 * @param clientId the client it is about, whose key hides the request; null: no client
 * @param unitId whose supervisors and heads may allow it; null: everybody with the role
 * @param approverRoles in lower case; one of them is needed
 * @param expiresAt the first instant at which it can no longer be allowed
 * @param thingVersion the version of the thing that was seen when this was asked
 */
public record ApprovalDetails(
        UUID approvalId,
        String kind,
        String thing,
        UUID clientId,
        String unitId,
        List<String> approverRoles,
        String requestedBy,
        Instant requestedAt,
        Instant expiresAt,
        int thingVersion) {
    public ApprovalDetails {
        approverRoles = List.copyOf(approverRoles);
    }
}
