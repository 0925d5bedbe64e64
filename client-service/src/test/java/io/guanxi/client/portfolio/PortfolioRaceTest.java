package io.guanxi.client.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.client.OnRealServers;
import io.guanxi.client.portfolio.PortfolioCommand.TakeOn;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandRefused;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.eventsourcing.Uuids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two callers at the same book, on a real store; many such pairs at once. */
@QuarkusTest
@OnRealServers
class PortfolioRaceTest {
    private static final int PAIRS = 50;
    private static final int CAP = 400;
    private static final int EACH = 250;
    private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");

    @Inject EventStore store;

    /** How one caller fared. */
    private record Fared(int won, int stale, int refused) {}

    @Test
    void of_two_who_saw_the_same_version_exactly_one_wins_1_000_times() throws Exception {
        race(1_000);
    }

    @Test
    @Tag("long")
    void of_two_who_saw_the_same_version_exactly_one_wins_10_000_times() throws Exception {
        race(10_000);
    }

    private void race(int rounds) throws Exception {
        List<Fared> fared =
                inPairs(PAIRS, (pair, caller, start) -> rounds(rounds, pair, caller, start));
        assertThat(fared.stream().mapToInt(Fared::won).sum()).isEqualTo(rounds);
        assertThat(fared.stream().mapToInt(Fared::stale).sum()).isEqualTo(rounds);
    }

    @Test
    void PR_02_two_who_fill_a_book_never_pass_its_cap_and_fill_it_to_the_last_place()
            throws Exception {
        List<Fared> fared = inPairs(1, (_, caller, start) -> fill(caller, start));
        assertThat(fared.get(0).won() + fared.get(1).won()).isEqualTo(CAP);
        assertThat(fared.get(0).refused() + fared.get(1).refused()).isEqualTo(2 * EACH - CAP);
        Portfolio book = store.load(PortfolioStream.PORTFOLIO, Ids.portfolio("RACE-CAP")).state();
        assertThat(book.occupied()).isEqualTo(CAP);
    }

    private Fared rounds(int all, int pair, int caller, CyclicBarrier start) throws Exception {
        int won = 0;
        int rounds = all / PAIRS;
        for (int round = 0; round < rounds; round++) {
            start.await();
            won += wins(caller, "RACE-" + all + "-" + pair + "-" + round, round) ? 1 : 0;
        }
        return new Fared(won, rounds - won, 0);
    }

    private boolean wins(int caller, String rm, int round) {
        try {
            take(rm, new UUID(caller, round), OptionalInt.of(0));
            return true;
        } catch (StoreException.VersionStale stale) {
            return false;
        }
    }

    private Fared fill(int caller, CyclicBarrier start) throws Exception {
        start.await();
        int won = 0;
        int refused = 0;
        for (int n = 0; n < EACH; n++) {
            try {
                takeAtLast("RACE-CAP", new UUID(caller, n));
                won++;
            } catch (CommandRefused full) {
                refused++;
            }
        }
        return new Fared(won, 0, refused);
    }

    /** A caller who lost three times in a row is told so, and asks again. */
    private void takeAtLast(String rm, UUID client) {
        boolean lost = true;
        while (lost) {
            try {
                take(rm, client, OptionalInt.empty());
                lost = false;
            } catch (StoreException.LostRace again) {
                assertThat(again).isNotNull();
            }
        }
    }

    private void take(String rm, UUID client, OptionalInt expected) {
        CommandContext context =
                new CommandContext(
                        Uuids.v7(), new byte[0], 200, expected, "svc:test", NOW, NOW, null);
        store.execute(
                context,
                PortfolioStream.PORTFOLIO,
                Ids.portfolio(rm),
                new TakeOn(rm, List.of(client), CAP));
    }

    /** One of a pair, which begin together. */
    private interface Calls {
        Fared of(int pair, int caller, CyclicBarrier start) throws Exception;
    }

    private static List<Fared> inPairs(int pairs, Calls calls) throws Exception {
        List<Future<Fared>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(2 * pairs)) {
            for (int n = 0; n < pairs; n++) {
                int pair = n;
                CyclicBarrier start = new CyclicBarrier(2);
                answers.add(callers.submit(() -> calls.of(pair, 1, start)));
                answers.add(callers.submit(() -> calls.of(pair, 2, start)));
            }
        }
        List<Fared> fared = new ArrayList<>();
        for (Future<Fared> answer : answers) {
            fared.add(answer.get());
        }
        return fared;
    }
}
