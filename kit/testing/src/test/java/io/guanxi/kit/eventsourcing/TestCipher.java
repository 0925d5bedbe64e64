package io.guanxi.kit.eventsourcing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Not a cipher, but it binds and forgets like one: enough to see that the store plays its part. */
final class TestCipher implements PersonalCipher {
    private static final byte MASK = 0x5a;
    private final Set<UUID> destroyed = ConcurrentHashMap.newKeySet();

    @Override
    public byte[] encrypt(UUID subject, byte[] additionalData, byte[] clear) {
        byte[] hidden = keyed(clear);
        return ByteBuffer.allocate(additionalData.length + hidden.length)
                .put(additionalData)
                .put(hidden)
                .array();
    }

    @Override
    public Optional<byte[]> decrypt(UUID subject, byte[] additionalData, byte[] cipher) {
        if (destroyed.contains(subject)) {
            return Optional.empty();
        }
        if (!Arrays.equals(additionalData, Arrays.copyOfRange(cipher, 0, additionalData.length))) {
            throw new IllegalStateException("The ciphertext belongs to another event");
        }
        byte[] clear = Arrays.copyOfRange(cipher, additionalData.length, cipher.length);
        for (int i = 0; i < clear.length; i++) {
            clear[i] ^= MASK;
        }
        return Optional.of(clear);
    }

    @Override
    public byte[] keyed(byte[] digest) {
        byte[] masked = new byte[digest.length];
        for (int i = 0; i < digest.length; i++) {
            masked[i] = (byte) (digest[i] ^ MASK);
        }
        return masked;
    }

    void destroy(UUID subject) {
        destroyed.add(subject);
    }
}
