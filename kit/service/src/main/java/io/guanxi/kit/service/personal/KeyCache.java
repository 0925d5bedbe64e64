package io.guanxi.kit.service.personal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * Unwrapped keys, a bounded number for a bounded time. Destroyed ones are remembered as empty, and
 * stay so whoever read the key before it was destroyed and only now puts it here.
 */
final class KeyCache {
    private static final int MOST = 50_000;
    static final Duration LONGEST = Duration.ofMinutes(5);

    private final Cache<UUID, Optional<SecretKey>> keys =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    /** The key, empty if destroyed; null if not known here. */
    Optional<SecretKey> get(UUID subject) {
        return keys.getIfPresent(subject);
    }

    void put(UUID subject, Optional<SecretKey> key) {
        keys.asMap().merge(subject, key, (known, read) -> known.isEmpty() ? known : read);
    }
}
