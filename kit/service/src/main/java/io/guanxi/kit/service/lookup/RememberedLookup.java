package io.guanxi.kit.service.lookup;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A {@link SharedLookup} that remembers its answers, those that found nothing included, while a
 * version that changes with all they were read from stays the same. The version is asked for again
 * once it was seen for longer than {@link #SEEN}, and an answer is never older than {@link
 * #OLDEST}, should somebody change what is read and not the version.
 *
 * @param <K> by what
 * @param <V> what is found
 */
public final class RememberedLookup<K, V> {
    /** For how long a version that was just read counts as the newest. */
    public static final Duration SEEN = Duration.ofMillis(100);

    /** How old an answer may become though its version stays. */
    public static final Duration OLDEST = Duration.ofSeconds(20);

    private static final int MOST_REMEMBERED = 10_000;

    private final Supplier<Optional<UUID>> version;
    private final Function<Set<K>, Map<K, V>> query;
    private final LongSupplier nanos;
    private final SharedLookup<K, V> shared = new SharedLookup<>(this::answers);
    private volatile Remembered<K, V> remembered = new Remembered<>(Optional.empty());

    /**
     * @param version what changes, in the transaction that does, with all that the query reads;
     *     without one nothing is remembered
     * @param query answers with what it found for any of the keys, of which there are at most 256;
     *     never called by two at once
     */
    public RememberedLookup(Supplier<Optional<UUID>> version, Function<Set<K>, Map<K, V>> query) {
        this(version, query, System::nanoTime);
    }

    RememberedLookup(
            Supplier<Optional<UUID>> version,
            Function<Set<K>, Map<K, V>> query,
            LongSupplier nanos) {
        this.version = version;
        this.query = query;
        this.nanos = nanos;
    }

    private record Answer<V>(Optional<V> found, long asked) {}

    /** What was read under one version, and when that was last seen to be the newest. */
    private static final class Remembered<K, V> {
        private final Optional<UUID> version;
        private final Map<K, Answer<V>> answers = new ConcurrentHashMap<>();
        private volatile long seen;

        Remembered(Optional<UUID> version) {
            this.version = version;
        }

        boolean wasSeen(long now) {
            return version.isPresent() && now - seen < SEEN.toNanos();
        }

        Answer<V> answer(K key, long now) {
            Answer<V> answer = answers.get(key);
            return answer != null && now - answer.asked() < OLDEST.toNanos() ? answer : null;
        }

        void put(K key, Answer<V> answer) {
            if (version.isPresent()) {
                if (answers.size() >= MOST_REMEMBERED) {
                    answers.clear();
                }
                answers.put(key, answer);
            }
        }
    }

    /** What is found by the key, if anything; for a caller who must not wait. */
    public CompletionStage<Optional<V>> ask(K key) {
        Optional<V> known = known(key);
        return known == null ? shared.ask(key) : CompletableFuture.completedStage(known);
    }

    /** As {@link SharedLookup#find}. */
    public Optional<V> find(K key) {
        Optional<V> known = known(key);
        return known == null ? shared.find(key) : known;
    }

    /** Null: that has to be asked. */
    private Optional<V> known(K key) {
        long now = nanos.getAsLong();
        Remembered<K, V> last = remembered;
        Answer<V> answer = last.wasSeen(now) ? last.answer(key, now) : null;
        return answer == null ? null : answer.found();
    }

    /** By one at a time. */
    private Map<K, V> answers(Set<K> keys) {
        long now = nanos.getAsLong();
        Remembered<K, V> newest = newest(now);
        Map<K, V> found = new HashMap<>();
        Set<K> unknown = new HashSet<>();
        for (K key : keys) {
            Answer<V> answer = newest.answer(key, now);
            if (answer == null) {
                unknown.add(key);
            } else {
                answer.found().ifPresent(value -> found.put(key, value));
            }
        }
        if (!unknown.isEmpty()) {
            Map<K, V> read = query.apply(unknown);
            unknown.forEach(
                    key -> newest.put(key, new Answer<>(Optional.ofNullable(read.get(key)), now)));
            found.putAll(read);
        }
        return found;
    }

    /** The version is read before what is read under it, which can so only be newer. */
    private Remembered<K, V> newest(long now) {
        Optional<UUID> current = version.get();
        if (current.isEmpty() || !current.equals(remembered.version)) {
            remembered = new Remembered<>(current);
        }
        remembered.seen = now;
        return remembered;
    }
}
