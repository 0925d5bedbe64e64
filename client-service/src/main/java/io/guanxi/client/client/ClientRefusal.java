package io.guanxi.client.client;

import io.guanxi.kit.eventsourcing.Refusal;

/** Why a client's record refuses. */
public enum ClientRefusal implements Refusal {
    UNKNOWN("client.unknown", "There is no such client."),
    EXISTS("client.id-taken", "The id is in use."),
    DUPLICATE("client.duplicate", "The bank knows this client already; the unit has been told."),
    PARENT_UNKNOWN("client.parent-unknown", "The parent client does not exist."),
    UNIT_UNKNOWN("client.unit-unknown", "The unit does not exist."),
    ERASED("client.erased", "The client's personal data were erased."),
    KIND_FIXED("client.kind-fixed", "A client stays an organisation or a person."),
    UNIT_IS_OWNERS("client.unit-is-owners", "An owned client belongs to its owner's unit."),
    OWNED("client.owned", "The client is a colleague's; only a supervisor can transfer it."),
    RM_UNKNOWN("rm.unknown", "There is no such relationship manager."),
    RM_NOT_QUALIFIED("rm.not-qualified", "The person may not look after clients today."),
    NEEDS_OWN_MANAGER(
            "client.needs-own-manager",
            "A client of this tier is not served by telephone, one-to-many."),
    PORTFOLIO_FULL("portfolio.full", "The relationship manager's book is full."),
    BEFORE_CURRENT_OWNER(
            "assignment.before-current-owner",
            "The assignment would begin before that of the present owner.");

    private final String code;
    private final String detail;

    ClientRefusal(String code, String detail) {
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
