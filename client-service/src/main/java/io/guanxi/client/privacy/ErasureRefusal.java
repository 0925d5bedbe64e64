package io.guanxi.client.privacy;

import io.guanxi.kit.eventsourcing.Refusal;

/** Why a client cannot be forgotten. */
enum ErasureRefusal implements Refusal {
    HELD("client.legal-hold", "A legal hold keeps the client's records."),
    RETAINED("client.retention", "The law wants the records kept for longer."),
    REQUESTED("erasure.requested", "It has been asked for already."),
    ERASED("client.erased", "The client's personal data were erased."),
    NOT_REQUESTED("erasure.not-requested", "Nobody asked for it."),
    HOLD_UNKNOWN("hold.unknown", "There is no such hold, or it was lifted."),
    HOLD_OVER("hold.over", "A hold must end today or later.");

    private final String code;
    private final String detail;

    ErasureRefusal(String code, String detail) {
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
