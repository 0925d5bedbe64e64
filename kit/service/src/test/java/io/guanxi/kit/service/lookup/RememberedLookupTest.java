package io.guanxi.kit.service.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RememberedLookupTest {
    private final Map<Integer, String> table = new ConcurrentHashMap<>(Map.of(1, "one"));
    private final AtomicInteger versions = new AtomicInteger();
    private final AtomicInteger queries = new AtomicInteger();
    private final AtomicLong now = new AtomicLong(-5);
    private volatile Optional<UUID> version = Optional.of(UUID.randomUUID());
    private volatile Runnable between = () -> {};
    private final RememberedLookup<Integer, String> lookup =
            new RememberedLookup<>(this::version, this::query, now::get);

    private Optional<UUID> version() {
        versions.incrementAndGet();
        Optional<UUID> read = version;
        between.run();
        return read;
    }

    private Map<Integer, String> query(Set<Integer> keys) {
        queries.incrementAndGet();
        if (keys.contains(-1)) {
            throw new IllegalStateException("away");
        }
        return keys.stream()
                .filter(table::containsKey)
                .collect(Collectors.toMap(key -> key, table::get));
    }

    private void changed(String text) {
        table.put(1, text);
        version = Optional.of(UUID.randomUUID());
    }

    private void later(long nanos) {
        now.addAndGet(nanos);
    }

    @Test
    void what_was_found_is_remembered_and_so_is_that_nothing_was() {
        for (int i = 0; i < 3; i++) {
            assertThat(lookup.find(1)).contains("one");
            assertThat(lookup.ask(1).toCompletableFuture())
                    .isCompletedWithValue(Optional.of("one"));
            assertThat(lookup.find(2)).isEmpty();
        }
        assertThat(queries).hasValue(2);
        assertThat(versions).hasValue(2);
    }

    @Test
    void a_change_counts_as_soon_as_the_version_is_asked_for_again() {
        assertThat(lookup.find(1)).contains("one");
        changed("another");
        later(RememberedLookup.SEEN.toNanos() - 1);
        assertThat(lookup.find(1)).contains("one");
        later(1);
        assertThat(lookup.find(1)).contains("another");
    }

    @Test
    void while_the_version_stays_it_alone_is_asked_for() {
        assertThat(lookup.find(1)).contains("one");
        for (int i = 1; i <= 5; i++) {
            later(RememberedLookup.SEEN.toNanos());
            assertThat(lookup.find(1)).contains("one");
            assertThat(versions).hasValue(1 + i);
        }
        assertThat(queries).hasValue(1);
    }

    @Test
    void nothing_is_remembered_for_longer_than_agreed() {
        assertThat(lookup.find(1)).contains("one");
        table.put(1, "changed by hand");
        later(RememberedLookup.OLDEST.toNanos() - 1);
        assertThat(lookup.find(1)).contains("one");
        later(1);
        assertThat(lookup.find(1)).contains("changed by hand");
    }

    @Test
    void without_a_version_nothing_is_remembered() {
        version = Optional.empty();
        assertThat(lookup.find(1)).contains("one");
        table.put(1, "another");
        assertThat(lookup.find(1)).contains("another");
    }

    /** Of an old version with new rows the worst is that they are read once more. */
    @Test
    void a_change_between_version_and_rows_is_not_missed() {
        between = () -> changed("another");
        assertThat(lookup.find(1)).contains("another");
        between = () -> {};
        changed("a third");
        later(RememberedLookup.SEEN.toNanos());
        assertThat(lookup.find(1)).contains("a third");
    }

    @Test
    void what_failed_is_not_remembered() {
        assertThatThrownBy(() -> lookup.find(-1)).hasMessage("away");
        assertThatThrownBy(() -> lookup.find(-1)).hasMessage("away");
        assertThat(lookup.find(1)).contains("one");
    }

    @Test
    void memory_is_bounded() {
        for (int key = 0; key < 25_000; key++) {
            assertThat(lookup.find(key)).isEqualTo(Optional.ofNullable(table.get(key)));
        }
        assertThat(lookup.find(1)).contains("one");
        assertThat(queries).hasValue(25_001);
    }
}
