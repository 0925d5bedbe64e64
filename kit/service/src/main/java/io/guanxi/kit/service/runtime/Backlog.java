package io.guanxi.kit.service.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** What this service has stored and not published yet: who writes much pauses while it is much. */
@ApplicationScoped
public class Backlog {
    private static final long MOST = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final ServiceRelay relay;

    Backlog(ServiceRelay relay) {
        this.relay = relay;
    }

    /** Events, counted now. */
    public long events() {
        return relay.relay().status().lag();
    }

    /**
     * Waits a moment for the relay, so that books and alerts are never starved.
     *
     * @return false if it is still too far behind
     */
    public boolean keepsUp() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (events() > MOST) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
