package io.guanxi.client.handover;

import io.guanxi.kit.eventsourcing.Refusal;

/** Why a handover refuses. */
public enum HandoverRefusal implements Refusal {
    UNKNOWN("handover.unknown", "There is no such handover."),
    EXISTS("handover.id-taken", "The id is in use."),
    SAME_PERSON("handover.same-person", "Nobody hands over to themselves."),
    NOTHING("handover.nothing-to-hand-over", "There is no client to hand over."),
    TOO_MANY("handover.too-many", "More clients than one append moves; hand over a part."),
    NOT_OWNERS("handover.not-the-owners", "A client is not in the book that is handed over."),
    DONE("handover.done", "The clients have been handed over already.");

    private final String code;
    private final String detail;

    HandoverRefusal(String code, String detail) {
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
