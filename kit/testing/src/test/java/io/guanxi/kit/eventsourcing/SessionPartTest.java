package io.guanxi.kit.eventsourcing;

import static io.guanxi.kit.eventsourcing.Counters.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kit.eventsourcing.Counters.Command.Add;
import io.guanxi.kit.eventsourcing.Counters.Command.Open;
import io.guanxi.kit.eventsourcing.Counters.No;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scripts that go on after a refusal, and scripts that store nothing. */
class SessionPartTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final UUID OWNER = UUID.fromString("018f0000-0000-7000-8000-00000000aaaa");

    private static TestDatabase database;
    private static PostgresEventStore store;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        store = new PostgresEventStore(database.source(), new TestCipher());
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void a_refused_part_leaves_its_observation_and_the_rest_goes_on() {
        UUID full = opened();
        UUID fine = Uuids.v7();
        UUID taken = Uuids.v7();
        Instant then = Instant.parse("2020-01-01T00:00:00Z");
        List<Refusal> refusals = new ArrayList<>();
        store.execute(
                command(),
                fine,
                session -> {
                    refusals.clear();
                    session.part(
                                    () -> {
                                        session.execute(COUNTER, full, new Add(5));
                                        session.execute(COUNTER, full, new Add(1000));
                                    })
                            .ifPresent(refusals::add);
                    session.part(
                                    () -> {
                                        session.occurring(then);
                                        session.create(COUNTER, fine, new Open(OWNER, "Part One"));
                                        session.reserve("part", "one", fine, No.NAME_TAKEN);
                                    })
                            .ifPresent(refusals::add);
                    session.part(
                                    () -> {
                                        session.create(COUNTER, taken, new Open(OWNER, "Part Two"));
                                        session.reserve("part", "one", taken, No.NAME_TAKEN);
                                    })
                            .ifPresent(refusals::add);
                });
        assertThat(refusals).containsExactly(No.FULL, No.NAME_TAKEN);
        assertThat(store.read(COUNTER, full, 1))
                .extracting(Recorded::event)
                .containsExactly(new Counters.Event.Overflowed(1000));
        assertThat(store.read(COUNTER, fine, 0))
                .extracting(Recorded::occurredAt)
                .containsExactly(then);
        assertThat(store.load(COUNTER, taken).exists()).isFalse();
        assertThat(store.holders("part", List.of("one"))).containsEntry("one", fine);
    }

    @Test
    void a_rehearsal_decides_on_top_of_itself_and_stores_nothing() {
        UUID id = Uuids.v7();
        Rehearsal rehearsal = store.rehearsal();
        rehearsal.execute(
                command(),
                id,
                session -> {
                    session.create(COUNTER, id, new Open(OWNER, "Dry"));
                    session.reserve("dry", "run", id, No.NAME_TAKEN);
                });
        assertThatThrownBy(
                        () ->
                                rehearsal.execute(
                                        command(),
                                        id,
                                        s -> s.execute(COUNTER, id, new Open(OWNER, "Dry"))))
                .isInstanceOf(CommandRefused.class);
        assertThatThrownBy(
                        () ->
                                rehearsal.execute(
                                        command(),
                                        id,
                                        s -> s.reserve("dry", "run", OWNER, No.NAME_TAKEN)))
                .isInstanceOf(CommandRefused.class);
        rehearsal.forget(List.of(id));
        rehearsal.execute(command(), id, s -> s.execute(COUNTER, id, new Open(OWNER, "Forgotten")));
        assertThat(store.load(COUNTER, id).exists()).isFalse();
        assertThat(store.holders("dry", List.of("run"))).isEmpty();
    }

    private static UUID opened() {
        UUID id = Uuids.v7();
        store.execute(command(), COUNTER, id, new Open(OWNER, "n"));
        return id;
    }

    private static CommandContext command() {
        return CommandContext.of(Uuids.v7(), "S-1", NOW);
    }
}
