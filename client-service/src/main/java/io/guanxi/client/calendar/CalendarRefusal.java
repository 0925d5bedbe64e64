package io.guanxi.client.calendar;

import io.guanxi.kit.eventsourcing.Refusal;

/** Why a calendar refuses. */
public enum CalendarRefusal implements Refusal {
    UNKNOWN("calendar.unknown", "There is no such calendar."),
    OTHER_YEAR("calendar.other-year", "A day is not of that year."),
    DAY_TWICE("calendar.day-twice", "A day is named twice.");

    private final String code;
    private final String detail;

    CalendarRefusal(String code, String detail) {
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
