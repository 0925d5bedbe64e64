package io.guanxi.client.staff;

import io.guanxi.kit.eventsourcing.Refusal;

/** Why a staff record refuses. */
public enum StaffRefusal implements Refusal {
    UNKNOWN("staff.unknown", "There is no such member of staff."),
    EXISTS("staff.exists", "A member of staff with this code exists already."),
    NUMBER_TAKEN("staff.number-taken", "The staff number belongs to somebody else."),
    UNIT_UNKNOWN("staff.unit-unknown", "The unit does not exist."),
    DEPARTED("staff.departed", "The person has left."),
    BOOK_NOT_EMPTY("staff.book-not-empty", "The person still has clients; hand them over first."),
    QUALIFICATION_NOT_BEGUN(
            "staff.qualification-not-begun",
            "It begins later and does not follow the qualification held; record it on its first day."),
    OWN_SUPERVISOR("staff.own-supervisor", "Nobody supervises themselves.");

    private final String code;
    private final String detail;

    StaffRefusal(String code, String detail) {
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
