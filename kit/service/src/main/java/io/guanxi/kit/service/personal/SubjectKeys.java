package io.guanxi.kit.service.personal;

import io.guanxi.kit.eventsourcing.PersonalCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** A key for every subject, wrapped by the master key; destroyed, its data are gone for ever. */
@ApplicationScoped
public class SubjectKeys implements PersonalCipher {

    @Override
    public byte[] encrypt(UUID subject, byte[] additionalData, byte[] clear) {
        throw new UnsupportedOperationException("Not built yet.");
    }

    @Override
    public Optional<byte[]> decrypt(UUID subject, byte[] additionalData, byte[] cipher) {
        throw new UnsupportedOperationException("Not built yet.");
    }

    /** Destroys the subject's key, durably; what was encrypted under it reads as null for ever. */
    public void destroy(UUID subject) {
        throw new UnsupportedOperationException("Not built yet.");
    }
}
