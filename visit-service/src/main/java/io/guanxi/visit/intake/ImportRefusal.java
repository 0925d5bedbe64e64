package io.guanxi.visit.intake;

import io.guanxi.kit.eventsourcing.Refusal;

/** What a line of visits may name and nobody knows. */
enum ImportRefusal implements Refusal {
    CLIENT_UNKNOWN("client.unknown", "There is no such client."),
    STAFF_UNKNOWN("staff.unknown", "Nobody has this staff code.");

    private final String code;
    private final String detail;

    ImportRefusal(String code, String detail) {
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
