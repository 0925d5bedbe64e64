package io.guanxi.visit;

/** How a client was reached. */
public enum Channel {
    FACE_TO_FACE,
    PHONE,
    VIDEO,
    MESSAGE;

    /** Whether somebody spoke with the client; a message counts for KP-10 alone. */
    public boolean reaches() {
        return this != MESSAGE;
    }

    /** What a cadence counts it as: a video call is a phone call (Definitions, "Contact"). */
    public Channel counted() {
        return this == VIDEO ? PHONE : this;
    }
}
