package io.guanxi.kit.service.approval;

import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventTypes;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.approval.Approval.Closed;
import io.guanxi.kit.service.approval.Approval.Pending;
import io.guanxi.kit.service.approval.Approval.Unrequested;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalExpired;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalGranted;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalRejected;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalRequested;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalWithdrawn;
import java.util.UUID;

/** How approvals are stored: one stream per thing, so that nothing is asked twice at once. */
public final class ApprovalStream {
    public static final EventTypes<ApprovalEvent> TYPES =
            EventTypes.of(ApprovalEvent.class)
                    .type("approval-requested", ApprovalRequested.class)
                    .type("approval-granted", ApprovalGranted.class)
                    .type("approval-rejected", ApprovalRejected.class)
                    .type("approval-withdrawn", ApprovalWithdrawn.class)
                    .type("approval-expired", ApprovalExpired.class)
                    .build();

    public static final Aggregate<ApprovalCommand, Approval, ApprovalEvent> APPROVAL =
            Aggregate.of("approval", new ApprovalDecider(), TYPES)
                    .keyedBy(ApprovalStream::key)
                    .withViews(new ApprovalView());

    private static final UUID NAMESPACE =
            Uuids.v5(UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), "urn:guanxi");

    private ApprovalStream() {}

    /** The stream of a thing's approvals. */
    public static UUID of(String thing) {
        return Uuids.v5(NAMESPACE, "approval" + thing);
    }

    private static UUID key(UUID streamId, Approval approval) {
        ApprovalDetails details =
                switch (approval) {
                    case Pending(var pending, _) -> pending;
                    case Closed(var closed) -> closed;
                    case Unrequested _ -> null;
                };
        return details == null || details.clientId() == null ? streamId : details.clientId();
    }
}
