package io.guanxi.kit.eventsourcing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An append and the caller who waits for its verdict. */
final class WaitingAppend {
    private static final int PATIENCE_SECONDS = 60;

    private final Append append;
    private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();

    WaitingAppend(Append append) {
        this.append = append;
    }

    Append append() {
        return append;
    }

    void done(Verdict found) {
        verdict.complete(found);
    }

    void failed(RuntimeException failure) {
        verdict.completeExceptionally(failure);
    }

    Verdict await() {
        try {
            return verdict.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (TimeoutException e) {
            throw new StoreException.Unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException.Unavailable(e);
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        return cause instanceof RuntimeException failure
                ? failure
                : new StoreException.Unavailable(cause);
    }
}
