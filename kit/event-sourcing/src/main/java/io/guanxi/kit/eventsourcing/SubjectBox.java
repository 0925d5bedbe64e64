package io.guanxi.kit.eventsourcing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * Bytes under a subject's key, bound to one place in one stream. The subject's id stands in clear
 * before the ciphertext, for reading needs it.
 */
final class SubjectBox {
    private static final int UUID_BYTES = 16;

    private SubjectBox() {}

    static byte[] close(PersonalCipher cipher, UUID subject, byte[] place, byte[] clear) {
        byte[] secret = cipher.encrypt(subject, place, clear);
        return ByteBuffer.allocate(UUID_BYTES + secret.length)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .put(secret)
                .array();
    }

    /** Empty when the subject's key has been destroyed. */
    static Optional<byte[]> open(PersonalCipher cipher, byte[] place, byte[] box) {
        ByteBuffer buffer = ByteBuffer.wrap(box);
        UUID subject = new UUID(buffer.getLong(), buffer.getLong());
        return cipher.decrypt(subject, place, Arrays.copyOfRange(box, UUID_BYTES, box.length));
    }

    /** The place of an event. */
    static byte[] event(UUID streamId, int version) {
        return place(streamId, version).array();
    }

    /** The place of a snapshot, which is none of an event's. */
    static byte[] snapshot(UUID streamId, int version) {
        byte[] place = place(streamId, version).array();
        return Arrays.copyOf(place, place.length + 1);
    }

    private static ByteBuffer place(UUID streamId, int version) {
        return ByteBuffer.allocate(UUID_BYTES + Integer.BYTES)
                .putLong(streamId.getMostSignificantBits())
                .putLong(streamId.getLeastSignificantBits())
                .putInt(version);
    }
}
