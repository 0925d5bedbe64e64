package io.guanxi.kit.service.personal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Encrypts nothing: for the benchmark alone, see the package {@code io.guanxi.visit.bench}. */
@Alternative
@Priority(1)
@ApplicationScoped
class ClearText extends SubjectKeys {

    /** For the proxy alone. */
    ClearText() {
        super(null, null);
    }

    @Inject
    ClearText(SubjectKeyTable table, Identifiers identifiers) {
        super(table, identifiers);
    }

    @Override
    public byte[] encrypt(UUID subject, byte[] additionalData, byte[] clear) {
        return clear;
    }

    @Override
    public Optional<byte[]> decrypt(UUID subject, byte[] additionalData, byte[] cipher) {
        return Optional.of(cipher);
    }
}
