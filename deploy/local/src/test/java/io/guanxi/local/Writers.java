package io.guanxi.local;

import io.guanxi.kit.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Many callers who write at once and keep the ledger: what was acknowledged, and nothing else. A
 * call that was cut off is repeated with the same id until it is answered, as a careful client
 * would.
 */
final class Writers implements AutoCloseable {
    private static final Duration ANSWERED = Duration.ofMinutes(2);

    /** One write; {@code send} may be called again and again for the same id. */
    record Write(String id, Supplier<Http.Answer> send) {}

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<String> surprises = new ArrayList<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final List<Thread> callers = new ArrayList<>();
    private final Object turns = new Object();
    private int writing;

    Writers(int count, Supplier<Write> next) {
        writing = count;
        for (int i = 0; i < count; i++) {
            int number = i;
            callers.add(Thread.ofVirtual().start(() -> write(number, next)));
        }
    }

    /** So many go on, the others rest after the write they are at. */
    void goOnWith(int count) {
        synchronized (turns) {
            writing = count;
            turns.notifyAll();
        }
    }

    private void rest(int number) {
        synchronized (turns) {
            while (number >= writing && !enough.get()) {
                try {
                    turns.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private void write(int number, Supplier<Write> next) {
        for (rest(number); !enough.get(); rest(number)) {
            Write write = next.get();
            if (write == null) {
                return;
            }
            try {
                Eventually.within(ANSWERED, () -> sent(write));
            } catch (AssertionError e) {
                surprise(write.id() + " was never acknowledged: " + e.getMessage());
            }
        }
    }

    private boolean sent(Write write) {
        inFlight.incrementAndGet();
        try {
            Http.Answer answer = write.send().get();
            if (answer.ok()) {
                acknowledged.add(write.id());
                return true;
            }
            // Only "not now" may be answered while something is down; 404 while the book catches
            // up.
            if (answer.status() != 503 && answer.status() != 404) {
                surprise(write.id() + ": " + answer.status() + " " + answer.text());
                return true;
            }
            return false;
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private void surprise(String what) {
        synchronized (surprises) {
            surprises.add(what);
        }
    }

    int inFlight() {
        return inFlight.get();
    }

    int acknowledgedSoFar() {
        return acknowledged.size();
    }

    /** Answers that a client should not have got. */
    List<String> surprises() {
        synchronized (surprises) {
            return List.copyOf(surprises);
        }
    }

    /** Lets every caller finish its write, and gives the ledger. */
    Set<String> finish() {
        enough.set(true);
        goOnWith(callers.size());
        for (Thread caller : callers) {
            try {
                caller.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return Set.copyOf(acknowledged);
    }

    /** Also where a test fails: else they would write all through the tests that follow. */
    @Override
    public void close() {
        finish();
    }
}
