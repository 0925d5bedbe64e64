package io.guanxi.scoring.tiers;

import io.guanxi.kit.service.runtime.Backlog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * How far the topics are behind the store. A run pauses while that is much, so that books and
 * alerts are never starved.
 */
@ApplicationScoped
class RelayLag {
    private static final long MOST = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Backlog backlog;

    RelayLag(Backlog backlog) {
        this.backlog = backlog;
    }

    /** Waits a moment for the relay; false if it is still too far behind. */
    boolean keepsUp() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (backlog.events() > MOST) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
