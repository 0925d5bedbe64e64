package io.guanxi.kit.service.lookup;

import io.guanxi.kit.eventsourcing.StoreException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Looks up by key what every request asks of the database, and lets those that ask at the same time
 * share a query: who comes while one is under way goes with the next. No answer is older than its
 * question and none is remembered. If the query fails, all who shared it are told; so the keys must
 * be such that none of them can fail it.
 *
 * @param <K> by what
 * @param <V> what is found
 */
public final class SharedLookup<K, V> {
    private static final int MOST_KEYS = 256;
    private static final int PATIENCE_SECONDS = 60;

    /** One for each lookup at most; not those that may all be waiting for its answer. */
    private static final Executor THREADS =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("lookup-", 0).factory());

    private final Function<Set<K>, Map<K, V>> query;
    private final Executor threads;
    private final Queue<Question<K, V>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean underWay = new AtomicBoolean();

    /**
     * @param query answers with what it found for any of the keys, of which there are at most 256;
     *     never called by two at once
     */
    public SharedLookup(Function<Set<K>, Map<K, V>> query) {
        this(query, THREADS);
    }

    SharedLookup(Function<Set<K>, Map<K, V>> query, Executor threads) {
        this.query = query;
        this.threads = threads;
    }

    private record Question<K, V>(K key, CompletableFuture<Optional<V>> answer) {}

    /** What is found by the key, if anything; for a caller who must not wait. */
    public CompletionStage<Optional<V>> ask(K key) {
        CompletableFuture<Optional<V>> answer = new CompletableFuture<>();
        waiting.add(new Question<>(key, answer));
        askUnlessUnderWay();
        return answer;
    }

    /**
     * What is found by the key, if anything; the caller waits for it.
     *
     * @throws StoreException.Unavailable no answer came in time
     */
    public Optional<V> find(K key) {
        try {
            return ask(key).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new StoreException.Unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException.Unavailable(e);
        }
    }

    private void askUnlessUnderWay() {
        if (!waiting.isEmpty() && underWay.compareAndSet(false, true)) {
            try {
                threads.execute(this::askForAll);
            } catch (RuntimeException | Error e) {
                // Whoever asks next tries again, for those who wait, too.
                underWay.set(false);
                throw e;
            }
        }
    }

    private void askForAll() {
        try {
            for (var batch = next(); !batch.isEmpty(); batch = next()) {
                answer(batch);
            }
        } finally {
            underWay.set(false);
        }
        askUnlessUnderWay();
    }

    private List<Question<K, V>> next() {
        List<Question<K, V>> batch = new ArrayList<>();
        Question<K, V> question;
        while (batch.size() < MOST_KEYS && (question = waiting.poll()) != null) {
            batch.add(question);
        }
        return batch;
    }

    private void answer(List<Question<K, V>> batch) {
        Set<K> keys = new LinkedHashSet<>();
        batch.forEach(question -> keys.add(question.key()));
        try {
            Map<K, V> found = query.apply(keys);
            batch.forEach(q -> q.answer().complete(Optional.ofNullable(found.get(q.key()))));
        } catch (RuntimeException | Error e) {
            batch.forEach(q -> q.answer().completeExceptionally(e));
        }
    }
}
