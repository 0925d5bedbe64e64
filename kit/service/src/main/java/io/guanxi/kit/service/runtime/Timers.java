package io.guanxi.kit.service.runtime;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Work that comes round: due-date queries, recomputations. Each timer has a platform thread of its
 * own; it runs after each pause, and at once when the business clock was moved or it is poked. A
 * run that fails is logged and comes again.
 */
@ApplicationScoped
public class Timers {
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    /** Starts a timer; the name must be its own. It ends with the service. */
    public void every(String name, Duration pause, Runnable work) {
        Timer timer = new Timer(name, pause, work);
        if (timers.putIfAbsent(name, timer) != null) {
            throw new IllegalArgumentException("There is a timer " + name + " already");
        }
        timer.start();
    }

    /** Runs a timer now, without waiting for its pause. */
    public void poke(String name) {
        Timer timer = timers.get(name);
        if (timer != null) {
            timer.poke();
        }
    }

    /** Runs all timers now. */
    public void pokeAll() {
        timers.values().forEach(Timer::poke);
    }

    /** Ends all timers; a run under way is waited for, for a while. */
    @PreDestroy
    void stop() {
        timers.values().forEach(Timer::end);
        timers.values().forEach(Timer::await);
        timers.clear();
    }
}
