package io.guanxi.client.unit;

import io.guanxi.kit.eventsourcing.Refusal;

/** Why a unit refuses. */
public enum UnitRefusal implements Refusal {
    UNKNOWN("unit.unknown", "There is no such unit."),
    EXISTS("unit.exists", "A unit with this code exists already."),
    PARENT_UNKNOWN("unit.parent-unknown", "The parent, or a unit above it, does not exist."),
    OWN_ANCESTOR("unit.own-ancestor", "The unit would stand above itself."),
    TOO_DEEP("unit.too-deep", "The tree of units would become too deep.");

    private final String code;
    private final String detail;

    UnitRefusal(String code, String detail) {
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
