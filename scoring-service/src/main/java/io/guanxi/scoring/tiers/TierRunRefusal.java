package io.guanxi.scoring.tiers;

import io.guanxi.kit.eventsourcing.Refusal;

/** Why a tier run is refused. */
public enum TierRunRefusal implements Refusal {
    ALREADY_REQUESTED("tier-run.already-requested", "There is a tier run with this id."),
    NOT_REQUESTED("tier-run.not-requested", "Nobody asked for this tier run.");

    private final String code;
    private final String detail;

    TierRunRefusal(String code, String detail) {
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
