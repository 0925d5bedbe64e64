package io.guanxi.kit.eventsourcing;

import java.util.Optional;
import java.util.UUID;

/**
 * Encrypts the personal part of an event under its subject's key. The additional data binds the
 * ciphertext to one stream and version, so that it cannot be moved to another event.
 */
public interface PersonalCipher {

    /** Encrypts; the first use of a subject makes its key, durably, before the event is stored. */
    byte[] encrypt(UUID subject, byte[] additionalData, byte[] clear);

    /** Decrypts; empty when the subject's key has been destroyed. */
    Optional<byte[]> decrypt(UUID subject, byte[] additionalData, byte[] cipher);

    /**
     * The digest of a request as it is stored. Keyed, nobody can try out from the table what was
     * asked; the key must stay the same for ever.
     */
    default byte[] keyed(byte[] digest) {
        return digest;
    }
}
