package io.guanxi.client.absence;

import io.guanxi.kit.eventsourcing.Refusal;

/** Why an absence refuses. */
public enum AbsenceRefusal implements Refusal {
    UNKNOWN("absence.unknown", "There is no such absence."),
    EXISTS("absence.id-taken", "The id is in use."),
    STAFF_GONE("absence.staff-departed", "The person does not work here."),
    UNQUALIFIED("absence.unqualified", "The cover ends when the person qualifies again."),
    COVER_UNKNOWN("absence.cover-unknown", "There is no such member of staff to cover."),
    COVER_IS_ABSENTEE("absence.cover-is-absentee", "Nobody covers for themselves."),
    COVER_NOT_SERVING(
            "absence.cover-not-qualified", "The cover may not look after clients at that time."),
    COVER_ELSEWHERE(
            "absence.cover-outside-unit", "Only a supervisor calls in somebody from another unit.");

    private final String code;
    private final String detail;

    AbsenceRefusal(String code, String detail) {
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
