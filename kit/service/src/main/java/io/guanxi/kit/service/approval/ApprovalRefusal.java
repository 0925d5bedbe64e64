package io.guanxi.kit.service.approval;

import io.guanxi.kit.eventsourcing.Refusal;

/** Why an approval cannot be asked for, given or withdrawn. */
public enum ApprovalRefusal implements Refusal {
    PENDING("approval.pending", "A second person has been asked already."),
    NOT_PENDING("approval.not-pending", "Nothing waits for a second person here."),
    EXPIRED("approval.expired", "The request is too old; ask again."),
    OWN_REQUEST("approval.own-request", "Who asked never approves."),
    NOT_REQUESTER("approval.not-requester", "Only who asked withdraws."),
    THING_CHANGED("approval.thing-changed", "It changed after the request; ask again.");

    private final String code;
    private final String detail;

    ApprovalRefusal(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String detail() {
        return detail;
    }
}
