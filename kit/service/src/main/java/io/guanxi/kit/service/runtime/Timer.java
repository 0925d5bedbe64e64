package io.guanxi.kit.service.runtime;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** One timer on its own thread. */
final class Timer {
    private static final Logger LOG = Logger.getLogger(Timer.class);
    private static final long PATIENCE_MS = 5_000;

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private final Semaphore pokes = new Semaphore(0);
    private final Thread thread;
    private volatile boolean ended;

    Timer(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
        this.thread = Thread.ofPlatform().name("timer-" + name).daemon().unstarted(this::loop);
    }

    void start() {
        thread.start();
    }

    void poke() {
        pokes.release();
    }

    void end() {
        ended = true;
        poke();
    }

    void await() {
        try {
            thread.join(PATIENCE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        while (!ended) {
            run();
            rest();
        }
    }

    private void run() {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            if (!ended) {
                LOG.errorf(e, "Timer %s failed and will come again", name);
            }
        }
    }

    private void rest() {
        try {
            pokes.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            pokes.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended = true;
        }
    }
}
