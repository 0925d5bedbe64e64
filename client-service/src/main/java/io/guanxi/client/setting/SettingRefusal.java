package io.guanxi.client.setting;

import io.guanxi.kit.eventsourcing.Refusal;

/** Why a setting refuses. */
public enum SettingRefusal implements Refusal {
    UNKNOWN("setting.unknown", "There is no such setting."),
    MISFIT("setting.misfit", "The document no longer fits its schema."),
    UNCHANGED("setting.unchanged", "The document is in force already.");

    private final String code;
    private final String detail;

    SettingRefusal(String code, String detail) {
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
