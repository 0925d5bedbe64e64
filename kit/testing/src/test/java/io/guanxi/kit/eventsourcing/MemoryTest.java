package io.guanxi.kit.eventsourcing;

import static io.guanxi.kit.eventsourcing.Counters.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kit.eventsourcing.Counters.Command.Add;
import io.guanxi.kit.eventsourcing.Counters.Command.Open;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is remembered saves reading, and never changes what comes of a command. */
class MemoryTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final UUID OWNER = UUID.fromString("018f0000-0000-7000-8000-00000000aaaa");

    private static PostgresEventStore store;

    private final Memory memory = new Memory(2);
    private UUID stream;

    @BeforeAll
    static void start() {
        store = new PostgresEventStore(TestDatabase.fresh().source(), new TestCipher());
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void open() {
        stream = Uuids.v7();
        store.execute(command(), COUNTER, stream, new Open(OWNER, "n"));
    }

    @Test
    void a_stream_is_kept_as_the_last_command_left_it() {
        add(stream, 1);
        assertThat(memory.of(stream).version()).isEqualTo(2);
        assertThat(memory.of(stream).moved()).isFalse();
        assertThat(add(stream, 2).version()).isEqualTo(3);
        assertThat(store.load(COUNTER, stream).state().total()).isEqualTo(3);
    }

    @Test
    void a_stream_that_moved_meanwhile_is_read_again() {
        add(stream, 1);
        store.execute(command(), COUNTER, stream, new Add(10));
        assertThat(add(stream, 2).version()).isEqualTo(4);
        assertThat(store.load(COUNTER, stream).state().total()).isEqualTo(13);
    }

    @Test
    void a_refusal_from_memory_is_decided_afresh() {
        UUID later = Uuids.v7();
        store.execute(
                command(),
                stream,
                memory,
                session -> {
                    session.guard(COUNTER, later);
                    session.execute(COUNTER, stream, new Add(1));
                });
        assertThat(memory.of(later).version()).isZero();
        store.execute(command(), COUNTER, later, new Open(OWNER, "m"));
        assertThat(add(later, 5).version()).isEqualTo(2);
    }

    @Test
    void a_part_refused_from_memory_is_decided_afresh() {
        UUID later = Uuids.v7();
        store.execute(command(), stream, memory, session -> session.guard(COUNTER, later));
        store.execute(command(), COUNTER, later, new Open(OWNER, "m"));
        AtomicReference<Optional<Refusal>> why = new AtomicReference<>();
        store.execute(
                command(),
                later,
                memory,
                session ->
                        why.set(session.part(() -> session.execute(COUNTER, later, new Add(5)))));
        assertThat(why.get()).isEmpty();
        assertThat(store.load(COUNTER, later).state().total()).isEqualTo(5);
    }

    @Test
    void a_stream_that_was_only_looked_at_is_read_again() {
        UUID seen = Uuids.v7();
        store.execute(
                command(),
                stream,
                memory,
                session -> {
                    session.load(COUNTER, seen);
                    session.execute(COUNTER, stream, new Add(1));
                });
        assertThat(memory.knows(seen)).isFalse();
    }

    @Test
    void a_true_refusal_stays_one() {
        add(stream, Counters.LIMIT - 1);
        assertThatThrownBy(() -> add(stream, Counters.LIMIT)).isInstanceOf(CommandRefused.class);
        assertThat(store.load(COUNTER, stream).state().total()).isEqualTo(Counters.LIMIT - 1);
    }

    @Test
    void a_repeated_command_is_not_remembered_as_done_twice() {
        CommandContext once = command();
        store.execute(once, stream, memory, s -> s.execute(COUNTER, stream, new Add(1)));
        assertThat(
                        store.execute(
                                        once,
                                        stream,
                                        memory,
                                        s -> s.execute(COUNTER, stream, new Add(1)))
                                .replayed())
                .isTrue();
        assertThat(add(stream, 1).version()).isEqualTo(3);
    }

    @Test
    void of_more_than_it_holds_the_oldest_is_forgotten() {
        UUID second = Uuids.v7();
        UUID third = Uuids.v7();
        add(stream, 1);
        for (UUID id : List.of(second, third)) {
            store.execute(command(), COUNTER, id, new Open(OWNER, "n"));
            add(id, 1);
        }
        assertThat(memory.knows(stream)).isFalse();
        assertThat(memory.knows(second)).isTrue();
        assertThat(memory.knows(third)).isTrue();
    }

    private CommandOutcome add(UUID id, int n) {
        return store.execute(
                command(), id, memory, session -> session.execute(COUNTER, id, new Add(n)));
    }

    private static CommandContext command() {
        return CommandContext.of(Uuids.v7(), "S-1", NOW);
    }
}
