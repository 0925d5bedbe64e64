package io.guanxi.contracts.visits;

/** How client and manager met. A phone call never meets a face-to-face obligation. */
public enum Channel {
    FACE_TO_FACE,
    PHONE,
    VIDEO,
    MESSAGE
}
