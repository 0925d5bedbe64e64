package io.guanxi.kit.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for a condition instead of for a time. The limit is generous and only says when to give up;
 * a test that needs it to be short is wrong.
 */
public final class Eventually {
    private static final long FIRST_PAUSE_MS = 5;
    private static final long LONGEST_PAUSE_MS = 250;

    private Eventually() {}

    /** Something that throws until it is true, an assertion for example. */
    @FunctionalInterface
    public interface Check {
        void run() throws Exception;
    }

    /** Waits until the condition holds; exceptions of the condition count as "not yet". */
    public static void within(Duration generous, Callable<Boolean> condition) {
        passes(
                generous,
                () -> {
                    if (!condition.call()) {
                        throw new AssertionError("The condition does not hold yet");
                    }
                });
    }

    /** Waits until the check throws nothing; fails with what it threw last. */
    public static void passes(Duration generous, Check check) {
        long end = System.nanoTime() + generous.toNanos();
        long pause = FIRST_PAUSE_MS;
        while (true) {
            try {
                check.run();
                return;
            } catch (Exception | AssertionError e) {
                if (System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
                    throw new AssertionError("Not within " + generous + ": " + e.getMessage(), e);
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
            pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
        }
    }

    /** Waits for a value that is not null. */
    public static <T> T get(Duration generous, Callable<T> value) {
        Object[] found = new Object[1];
        within(generous, () -> (found[0] = value.call()) != null);
        @SuppressWarnings("unchecked")
        T result = (T) found[0];
        return result;
    }

    /** The same as {@link #within}, but answers false when the time is over. */
    public static boolean holds(Duration generous, Callable<Boolean> condition) {
        try {
            within(generous, condition);
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }
}
