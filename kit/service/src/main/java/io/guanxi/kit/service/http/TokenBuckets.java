package io.guanxi.kit.service.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** A bucket for everybody who asks, forgotten when it is full again. */
final class TokenBuckets {
    private static final int MOST = 100_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);

    private final Cache<String, TokenBucket> buckets =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(FORGOTTEN_AFTER).build();
    private final int perSecond;

    /**
     * None yet.
     *
     * @param perSecond of each; 0: without limit
     */
    TokenBuckets(int perSecond) {
        this.perSecond = perSecond;
    }

    /** Takes one from the bucket of this name, if there is one. */
    boolean take(String name) {
        return perSecond == 0
                || buckets.get(name, _ -> new TokenBucket(perSecond)).take(System.nanoTime());
    }
}
