package io.guanxi.kit.service.approval;

import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalExpired;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalGranted;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalRejected;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalRequested;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalWithdrawn;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The last approval of each thing, by codes alone. */
public final class ApprovalView implements InlineView<ApprovalEvent, ApprovalView.Row> {

    /** A row of the table. */
    public record Row(
            String thing,
            UUID approvalId,
            String kind,
            UUID clientId,
            String unitId,
            List<String> approverRoles,
            String requestedBy,
            Instant requestedAt,
            Instant expiresAt,
            String state,
            String decidedBy,
            Instant decidedAt) {

        ApprovalCard shown() {
            return new ApprovalCard(
                    approvalId,
                    kind,
                    thing,
                    requestedBy,
                    requestedAt,
                    expiresAt,
                    ApprovalState.valueOf(state),
                    decidedBy,
                    decidedAt);
        }

        private Row closed(ApprovalState how, String byId, Instant at) {
            return new Row(
                    thing,
                    approvalId,
                    kind,
                    clientId,
                    unitId,
                    approverRoles,
                    requestedBy,
                    requestedAt,
                    expiresAt,
                    how.name(),
                    byId,
                    at);
        }
    }

    @Override
    public String table() {
        return "approval";
    }

    @Override
    public Class<Row> rowType() {
        return Row.class;
    }

    @Override
    public Row evolve(Row row, Recorded<ApprovalEvent> event) {
        return switch (event.event()) {
            case ApprovalRequested(var approval, _) -> pending(approval);
            case ApprovalGranted(var by, var at, _) -> row.closed(ApprovalState.GRANTED, by, at);
            case ApprovalRejected(var by, var at, _) -> row.closed(ApprovalState.REJECTED, by, at);
            case ApprovalWithdrawn(var by, var at) -> row.closed(ApprovalState.WITHDRAWN, by, at);
            case ApprovalExpired(var at) -> row.closed(ApprovalState.EXPIRED, null, at);
        };
    }

    private static Row pending(ApprovalDetails approval) {
        return new Row(
                approval.thing(),
                approval.approvalId(),
                approval.kind(),
                approval.clientId(),
                approval.unitId(),
                approval.approverRoles(),
                approval.requestedBy(),
                approval.requestedAt(),
                approval.expiresAt(),
                ApprovalState.PENDING.name(),
                null,
                null);
    }
}
