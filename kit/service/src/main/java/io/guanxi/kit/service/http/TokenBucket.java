package io.guanxi.kit.service.http;

/** So many a second, and at most five seconds' worth at once. */
final class TokenBucket {
    private static final int BURST_SECONDS = 5;
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double most;
    private double tokens;
    private long filledAt;
    private boolean begun;

    TokenBucket(int perSecond) {
        this.perSecond = perSecond;
        this.most = (double) perSecond * BURST_SECONDS;
        this.tokens = most;
    }

    /** Takes one, if there is one. */
    synchronized boolean take(long nowNanos) {
        if (begun) {
            tokens = Math.min(most, tokens + (nowNanos - filledAt) / NANOS * perSecond);
        }
        begun = true;
        filledAt = nowNanos;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
