package io.guanxi.visit.intake;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The threads that carry out the operations of all batches, so many at once and no more. */
@ApplicationScoped
class SyncWorkers {
    private final ThreadPoolExecutor threads;

    SyncWorkers(
            @ConfigProperty(name = "guanxi.visit.sync-threads") int size,
            @ConfigProperty(name = "guanxi.visit.sync-queue") int queue) {
        this.threads =
                new ThreadPoolExecutor(
                        size,
                        size,
                        1,
                        TimeUnit.MINUTES,
                        new ArrayBlockingQueue<>(queue),
                        Thread.ofPlatform().name("sync-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs it as soon as a thread is free.
     *
     * @throws RejectedExecutionException too much is waiting already
     */
    <T> CompletableFuture<T> run(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, threads);
    }

    boolean hasRoomFor(int operations) {
        return threads.getQueue().remainingCapacity() >= operations;
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
