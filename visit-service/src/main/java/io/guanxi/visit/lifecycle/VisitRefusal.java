package io.guanxi.visit.lifecycle;

import io.guanxi.kit.eventsourcing.Refusal;

/** What can stand in the way of a request. */
public enum VisitRefusal implements Refusal {
    ALREADY_PLANNED("visit.already-planned", "The visit has been planned before."),
    ALREADY_STARTED("visit.already-started", "The visit has begun."),
    ALREADY_CLOSED("visit.already-closed", "The visit is over or was called off."),
    NOT_PLANNED("visit.not-planned", "Nobody planned this visit; there is only a report of it."),
    ID_TAKEN("id.taken", "The id is already used by something else."),
    ENDS_BEFORE_IT_BEGINS("visit.ends-before-it-begins", "A visit ends after it begins.");

    private final String code;
    private final String detail;

    VisitRefusal(String code, String detail) {
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
