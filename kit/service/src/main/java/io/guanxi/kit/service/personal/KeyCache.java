package io.guanxi.kit.service.personal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * Unwrapped keys, a bounded number for a bounded time: a key destroyed through another instance of
 * the service is forgotten here soon, too. Destroyed ones are remembered as empty.
 */
final class KeyCache {
    private static final int MOST = 50_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Cache<UUID, Optional<SecretKey>> keys =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    /** The key, empty if destroyed; null if not known here. */
    Optional<SecretKey> get(UUID subject) {
        return keys.getIfPresent(subject);
    }

    void put(UUID subject, Optional<SecretKey> key) {
        keys.put(subject, key);
    }

    void forget(UUID subject) {
        keys.invalidate(subject);
    }
}
