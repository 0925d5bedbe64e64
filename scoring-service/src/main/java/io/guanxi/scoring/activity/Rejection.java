package io.guanxi.scoring.activity;

/**
 * Why a fact is not taken.
 *
 * @param code stable, public
 * @param pointer where in the line, as a JSON Pointer; empty for the whole
 */
record Rejection(String code, String detail, String pointer) {
    static final String MALFORMED = "activity.malformed";
    static final String CHANGED = "activity.changed";
    static final String FOREIGN_CURRENCY = "activity.currency-foreign";

    static Rejection malformed(String pointer, String detail) {
        return new Rejection(MALFORMED, detail, pointer);
    }

    static Rejection changed() {
        return new Rejection(CHANGED, "The source used this id before for another fact.", "/id");
    }
}
