package io.guanxi.kit.service.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.kit.eventsourcing.Personal;
import java.time.Instant;

/** What is recorded about the approvals of one thing. Stored for ever: add, never rename. */
public sealed interface ApprovalEvent {
    /**
     * Somebody asks.
     *
     * @param request what is carried out once it is allowed; it may hold free text
     */
    record ApprovalRequested(ApprovalDetails approval, @Personal JsonNode request)
            implements ApprovalEvent {}

    record ApprovalGranted(String byId, Instant at, @Personal String reason)
            implements ApprovalEvent {}

    record ApprovalRejected(String byId, Instant at, @Personal String reason)
            implements ApprovalEvent {}

    record ApprovalWithdrawn(String byId, Instant at) implements ApprovalEvent {}

    record ApprovalExpired(Instant at) implements ApprovalEvent {}
}
