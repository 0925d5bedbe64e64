package io.guanxi.kit.service.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedLookupTest {
    private final Map<Integer, String> table = new ConcurrentHashMap<>(Map.of(1, "one", 2, "two"));
    private final List<Set<Integer>> queries = new CopyOnWriteArrayList<>();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final SharedLookup<Integer, String> lookup = new SharedLookup<>(this::query);

    /** Reads when it begins, and ends when it may. */
    private Map<Integer, String> query(Set<Integer> keys) {
        queries.add(Set.copyOf(keys));
        Map<Integer, String> found =
                keys.stream()
                        .filter(table::containsKey)
                        .collect(Collectors.toMap(key -> key, table::get));
        begun.release();
        mayEnd.acquireUninterruptibly();
        if (keys.contains(-1)) {
            throw new IllegalStateException("away");
        }
        return found;
    }

    @Test
    void who_comes_while_a_query_is_under_way_shares_the_next() {
        CompletableFuture<Optional<String>> first = ask(1);
        begun.acquireUninterruptibly();
        List<CompletableFuture<Optional<String>>> others = List.of(ask(2), ask(1), ask(2), ask(3));
        mayEnd.release(2);
        assertThat(first.join()).contains("one");
        assertThat(others)
                .extracting(CompletableFuture::join)
                .containsExactly(
                        Optional.of("two"),
                        Optional.of("one"),
                        Optional.of("two"),
                        Optional.empty());
        assertThat(queries).containsExactly(Set.of(1), Set.of(1, 2, 3));
    }

    @Test
    void no_answer_is_older_than_its_question() {
        var _ = ask(1);
        begun.acquireUninterruptibly();
        table.put(1, "another");
        CompletableFuture<Optional<String>> later = ask(1);
        mayEnd.release(2);
        assertThat(later.join()).contains("another");
    }

    @Test
    void a_failure_is_told_to_those_who_shared_it_and_to_no_other() {
        CompletableFuture<Optional<String>> before = ask(1);
        begun.acquireUninterruptibly();
        CompletableFuture<Optional<String>> failing = ask(-1);
        CompletableFuture<Optional<String>> sharing = ask(2);
        mayEnd.release(3);
        assertThat(before.join()).contains("one");
        assertThatThrownBy(failing::join).hasRootCauseMessage("away");
        assertThatThrownBy(sharing::join).hasRootCauseMessage("away");
        assertThat(lookup.find(2)).contains("two");
    }

    @Test
    void who_waits_is_told_the_failure_itself() {
        mayEnd.release();
        assertThatThrownBy(() -> lookup.find(-1))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("away");
    }

    @Test
    void a_thread_that_was_not_to_be_had_stops_nobody_for_good() {
        AtomicInteger tries = new AtomicInteger();
        SharedLookup<Integer, String> starved =
                new SharedLookup<>(
                        this::query,
                        work -> {
                            if (tries.getAndIncrement() == 0) {
                                throw new RejectedExecutionException("none to be had");
                            }
                            Thread.ofPlatform().start(work);
                        });
        assertThatThrownBy(() -> starved.ask(1)).hasMessage("none to be had");
        mayEnd.release(2);
        assertThat(starved.find(2)).contains("two");
    }

    @Test
    void a_query_has_no_more_keys_than_it_was_promised() {
        var _ = ask(1);
        begun.acquireUninterruptibly();
        List<CompletableFuture<Optional<String>>> many =
                IntStream.range(0, 1_000).mapToObj(this::ask).toList();
        mayEnd.release(Integer.MAX_VALUE / 2);
        many.forEach(CompletableFuture::join);
        assertThat(queries).allSatisfy(keys -> assertThat(keys).hasSizeLessThanOrEqualTo(256));
    }

    @Test
    void everybody_gets_the_own_answer_however_they_come() throws InterruptedException {
        int callers = 16;
        int each = 2_000;
        mayEnd.release(callers * each);
        IntStream.range(0, callers).forEach(key -> table.put(key, "value of " + key));
        AtomicInteger right = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            int key = caller;
            threads.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (int i = 0; i < each; i++) {
                                            if (lookup.find(key)
                                                    .equals(Optional.of("value of " + key))) {
                                                right.incrementAndGet();
                                            }
                                        }
                                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(right).hasValue(callers * each);
    }

    private CompletableFuture<Optional<String>> ask(int key) {
        return lookup.ask(key).toCompletableFuture();
    }
}
