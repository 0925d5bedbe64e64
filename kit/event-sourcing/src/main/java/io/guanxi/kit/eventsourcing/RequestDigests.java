package io.guanxi.kit.eventsourcing;

import java.util.Arrays;

/** What was asked, as the table of commands holds it. */
final class RequestDigests {
    private final PersonalCipher cipher;

    /**
     * @param cipher null: digests are stored as they are
     */
    RequestDigests(PersonalCipher cipher) {
        this.cipher = cipher;
    }

    byte[] stored(byte[] asked) {
        return cipher == null || asked.length == 0 ? asked : cipher.keyed(asked);
    }

    /**
     * Whether the same was asked, as far as that was noted. Rows from before keys hold it plain.
     */
    boolean same(byte[] asked, byte[] stored) {
        return asked.length == 0
                || stored == null
                || Arrays.equals(stored(asked), stored)
                || Arrays.equals(asked, stored);
    }
}
