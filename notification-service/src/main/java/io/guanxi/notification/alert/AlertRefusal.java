package io.guanxi.notification.alert;

import io.guanxi.kit.eventsourcing.Refusal;

/** What can stand in the way of a person's request about an alert. */
public enum AlertRefusal implements Refusal {
    NOT_RAISED("alert.not-raised", "There is no such alert."),
    ALREADY_RESOLVED("alert.already-resolved", "The alert is resolved."),
    NOT_RESOLVED("alert.not-resolved", "The alert is not resolved."),
    SNOOZE_OUT_OF_RANGE(
            "alert.snooze-out-of-range", "A snooze ends after now and within the agreed limit.");

    private final String code;
    private final String detail;

    AlertRefusal(String code, String detail) {
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
