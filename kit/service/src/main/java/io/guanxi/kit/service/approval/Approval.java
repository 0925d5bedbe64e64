package io.guanxi.kit.service.approval;

import com.fasterxml.jackson.databind.JsonNode;

/** The approvals of one thing as the rules see them: the last one counts. */
public sealed interface Approval {
    record Unrequested() implements Approval {}

    /** Waits for a second person; the request is null once the client's key is destroyed. */
    record Pending(ApprovalDetails details, JsonNode request) implements Approval {}

    record Closed(ApprovalDetails details) implements Approval {}
}
