package io.guanxi.kit.service.approval;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** What may be asked about the approvals of one thing. */
public sealed interface ApprovalCommand {
    record RequestApproval(ApprovalDetails approval, JsonNode request) implements ApprovalCommand {}

    record DecideApproval(String byId, boolean approve, String reason, Instant at, int thingVersion)
            implements ApprovalCommand {}

    record WithdrawApproval(String byId, Instant at) implements ApprovalCommand {}

    record ExpireApproval(Instant at) implements ApprovalCommand {}
}
