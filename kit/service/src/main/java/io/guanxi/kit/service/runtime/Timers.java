package io.guanxi.kit.service.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Work that comes round: due-date queries, recomputations. Each timer has a platform thread of its
 * own; it runs after each pause, and at once when the business clock was moved or it is poked. A
 * run that fails is logged and comes again.
 */
@ApplicationScoped
public class Timers {

    /** Starts a timer; the name must be its own. It ends with the service. */
    public void every(String name, Duration pause, Runnable work) {
        throw new UnsupportedOperationException("Not built yet.");
    }

    /** Runs a timer now, without waiting for its pause. */
    public void poke(String name) {
        throw new UnsupportedOperationException("Not built yet.");
    }

    /** Runs all timers now. */
    public void pokeAll() {
        throw new UnsupportedOperationException("Not built yet.");
    }
}
