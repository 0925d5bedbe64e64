package io.guanxi.local.demo;

import io.guanxi.kit.testing.Eventually;
import io.guanxi.local.Stack;
import io.guanxi.local.Terminal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Sees to it that a demo, however it ends, leaves no process behind. */
final class Ending implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stack stack;
    private final Terminal terminal;
    private final CountDownLatch never = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAfterInterrupt, "stop-everything");

    private Ending(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    static Ending of(Stack stack, Terminal terminal) {
        Ending ending = new Ending(stack, terminal);
        Runtime.getRuntime().addShutdownHook(ending.hook);
        return ending;
    }

    void awaitInterrupt() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopAfterInterrupt() {
        terminal.line("");
        // A start under way holds the stack's lock until it is through.
        Eventually.holds(
                PATIENCE,
                () -> {
                    stack.down(terminal);
                    return true;
                });
    }

    /** Ends without an interrupt: after the closing screen, or because something failed. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // The interrupt came first, and its hook stops everything.
        }
        stack.down(terminal);
    }
}
