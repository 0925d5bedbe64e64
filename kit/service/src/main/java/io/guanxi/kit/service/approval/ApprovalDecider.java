package io.guanxi.kit.service.approval;

import static io.guanxi.kit.eventsourcing.Decision.accept;
import static io.guanxi.kit.eventsourcing.Decision.refuse;

import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import io.guanxi.kit.service.approval.Approval.Closed;
import io.guanxi.kit.service.approval.Approval.Pending;
import io.guanxi.kit.service.approval.Approval.Unrequested;
import io.guanxi.kit.service.approval.ApprovalCommand.DecideApproval;
import io.guanxi.kit.service.approval.ApprovalCommand.ExpireApproval;
import io.guanxi.kit.service.approval.ApprovalCommand.RequestApproval;
import io.guanxi.kit.service.approval.ApprovalCommand.WithdrawApproval;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalExpired;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalGranted;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalRejected;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalRequested;
import io.guanxi.kit.service.approval.ApprovalEvent.ApprovalWithdrawn;
import java.util.Optional;

/** The rules of four eyes. */
public final class ApprovalDecider implements Decider<ApprovalCommand, Approval, ApprovalEvent> {

    @Override
    public Approval initialState() {
        return new Unrequested();
    }

    @Override
    public Decision<ApprovalEvent> decide(ApprovalCommand command, Approval approval) {
        return switch (command) {
            case RequestApproval request -> request(request, approval);
            case DecideApproval decision -> decided(decision, approval);
            case WithdrawApproval withdrawal -> withdraw(withdrawal, approval);
            case ExpireApproval expiry -> expire(expiry, approval);
        };
    }

    private static Decision<ApprovalEvent> request(RequestApproval command, Approval approval) {
        ApprovalRequested requested = new ApprovalRequested(command.approval(), command.request());
        return switch (approval) {
            case Unrequested _, Closed _ -> accept(requested);
            case Pending(var details, _)
                    when command.approval().requestedAt().isBefore(details.expiresAt()) ->
                    refuse(ApprovalRefusal.PENDING);
            case Pending(var details, _) ->
                    accept(new ApprovalExpired(details.expiresAt()), requested);
        };
    }

    private static Decision<ApprovalEvent> decided(DecideApproval command, Approval approval) {
        return switch (approval) {
            case Unrequested _, Closed _ -> refuse(ApprovalRefusal.NOT_PENDING);
            case Pending(var details, _) ->
                    obstacle(command, details)
                            .<Decision<ApprovalEvent>>map(Decision::refuse)
                            .orElseGet(() -> accept(outcome(command)));
        };
    }

    private static Optional<ApprovalRefusal> obstacle(
            DecideApproval command, ApprovalDetails details) {
        if (command.byId().equals(details.requestedBy())) {
            return Optional.of(ApprovalRefusal.OWN_REQUEST);
        }
        if (!command.at().isBefore(details.expiresAt())) {
            return Optional.of(ApprovalRefusal.EXPIRED);
        }
        return command.approve() && command.thingVersion() != details.thingVersion()
                ? Optional.of(ApprovalRefusal.THING_CHANGED)
                : Optional.empty();
    }

    private static ApprovalEvent outcome(DecideApproval command) {
        return command.approve()
                ? new ApprovalGranted(command.byId(), command.at(), command.reason())
                : new ApprovalRejected(command.byId(), command.at(), command.reason());
    }

    private static Decision<ApprovalEvent> withdraw(WithdrawApproval command, Approval approval) {
        return switch (approval) {
            case Unrequested _, Closed _ -> refuse(ApprovalRefusal.NOT_PENDING);
            case Pending(var details, _) when !details.requestedBy().equals(command.byId()) ->
                    refuse(ApprovalRefusal.NOT_REQUESTER);
            case Pending _ -> accept(new ApprovalWithdrawn(command.byId(), command.at()));
        };
    }

    private static Decision<ApprovalEvent> expire(ExpireApproval command, Approval approval) {
        return switch (approval) {
            case Pending(var details, _) when !command.at().isBefore(details.expiresAt()) ->
                    accept(new ApprovalExpired(details.expiresAt()));
            case Pending _, Unrequested _, Closed _ -> accept();
        };
    }

    @Override
    public Approval evolve(Approval approval, ApprovalEvent event) {
        return switch (event) {
            case ApprovalRequested(var details, var request) -> new Pending(details, request);
            case ApprovalGranted _, ApprovalRejected _, ApprovalWithdrawn _, ApprovalExpired _ ->
                    approval instanceof Pending(var details, _) ? new Closed(details) : approval;
        };
    }
}
