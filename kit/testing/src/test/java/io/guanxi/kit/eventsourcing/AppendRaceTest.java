package io.guanxi.kit.eventsourcing;

import static io.guanxi.kit.eventsourcing.Counters.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.eventsourcing.Counters.Command.Add;
import io.guanxi.kit.eventsourcing.Counters.Command.Open;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many at once on one stream, or with one command. */
class AppendRaceTest {
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
    void versions_stay_contiguous_when_many_write_one_stream() throws Exception {
        UUID id = opened();
        List<Boolean> won =
                race(
                        16,
                        8,
                        i -> {
                            try {
                                store.execute(command(), COUNTER, id, new Add(1));
                                return true;
                            } catch (StoreException.LostRace e) {
                                return false;
                            }
                        });
        int wins = (int) won.stream().filter(w -> w).count();
        assertThat(wins).isPositive();
        assertThat(store.load(COUNTER, id).state().total()).isEqualTo(wins);
        assertThat(store.read(COUNTER, id, 0))
                .extracting(Recorded::version)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, wins + 1).boxed().toList());
        assertThat(store.read(COUNTER, id, 0)).extracting(Recorded::position).isSorted();
        assertThat(
                        database.number(
                                "SELECT count(*) FROM command c JOIN event e ON e.command_id = c.id WHERE e.stream_id = '"
                                        + id
                                        + "'"))
                .isEqualTo(wins + 1);
    }

    @Test
    void of_many_who_open_the_same_stream_one_wins() throws Exception {
        UUID id = Uuids.v7();
        List<Boolean> won =
                race(
                        8,
                        8,
                        _ -> {
                            try {
                                store.execute(command(), COUNTER, id, new Open(OWNER, "x"));
                                return true;
                            } catch (CommandRefused e) {
                                return false;
                            }
                        });
        assertThat(won).containsOnlyOnce(true);
        assertThat(store.load(COUNTER, id).version()).isEqualTo(1);
    }

    @Test
    void concurrent_twins_of_a_command_are_carried_out_once() throws Exception {
        UUID id = opened();
        CommandContext one = command();
        List<CommandOutcome> outcomes =
                race(8, 8, _ -> store.execute(one, COUNTER, id, new Add(3)));
        assertThat(outcomes).extracting(CommandOutcome::replayed).containsOnlyOnce(false);
        assertThat(outcomes).extracting(CommandOutcome::version).containsOnly(2);
        assertThat(store.load(COUNTER, id).state().total()).isEqualTo(3);
    }

    private static UUID opened() {
        UUID id = Uuids.v7();
        store.execute(command(), COUNTER, id, new Open(OWNER, "n"));
        return id;
    }

    private static CommandContext command() {
        return CommandContext.of(Uuids.v7(), "S-1", NOW);
    }

    private interface Racer<T> {
        T run(int i) throws Exception;
    }

    private static <T> List<T> race(int runs, int threads, Racer<T> racer) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                int number = i;
                futures.add(pool.submit(() -> racer.run(number)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
