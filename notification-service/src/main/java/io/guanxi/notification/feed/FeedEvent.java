package io.guanxi.notification.feed;

import java.util.UUID;

/**
 * A public event about an alert.
 *
 * @param position in the store; its {@code ce_sequence} follows from it
 * @param type the public type, for example {@code alert-raised}
 * @param data the public JSON
 */
record FeedEvent(long position, int index, UUID alertId, String type, String data) {

    /** {@code ce_sequence}: 19 digits. */
    String id() {
        return sequence(position, index);
    }

    static String sequence(long position, int index) {
        return "%019d".formatted(position * 10 + index);
    }
}
