package io.guanxi.scoring.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.scores.Tier;
import io.guanxi.scoring.SettingsDocuments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final TierShares SHARES = SettingsDocuments.valueModels().shares();

    private record Client(UUID id, long score, long revenue) {}

    @Test
    void TI_03_a_tie_goes_to_the_higher_revenue_then_to_the_lower_id_as_text() {
        UUID low = UUID.fromString("7fffffff-0000-7000-8000-000000000000");
        UUID high = UUID.fromString("80000000-0000-7000-8000-000000000000");
        UUID rich = UUID.fromString("ffffffff-0000-7000-8000-000000000000");

        assertThat(
                        ids(
                                List.of(
                                        new Client(high, 5, 1),
                                        new Client(low, 5, 1),
                                        new Client(rich, 5, 2),
                                        new Client(UUID.randomUUID(), 6, 0))))
                .endsWith(rich, low, high);
    }

    @Property
    void F2_the_order_does_not_depend_on_the_order_of_reading(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 4) Integer> scores,
            @ForAll long seed) {
        List<Client> clients = new ArrayList<>();
        Random random = new Random(seed);
        for (int score : scores) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            clients.add(new Client(id, score, random.nextInt(3)));
        }
        List<UUID> before = ids(clients);
        Collections.shuffle(clients, random);

        assertThat(ids(clients)).isEqualTo(before);
    }

    @Test
    void scenario_1_a_thousand_scored_clients_are_30_70_60_140_700() {
        assertThat(tiers(1_000, 0, Map.of()))
                .isEqualTo(
                        Map.of(Tier.A1, 30, Tier.A2, 70, Tier.B1, 60, Tier.B2, 140, Tier.C, 700));
    }

    @Test
    void hysteresis_lets_a_holder_keep_the_tier_and_leaves_the_counts_exact() {
        Map<Integer, Tier> holder = Map.of(30, Tier.A1);

        assertThat(tierOf(30, 0, holder)).isEqualTo(Tier.A2);
        assertThat(tierOf(30, 2, holder)).isEqualTo(Tier.A1);
        assertThat(tiers(1_000, 2, holder)).isEqualTo(tiers(1_000, 0, Map.of()));
    }

    /** A thousand clients; the row is also the place, for the scores fall by half a point. */
    private static Ranking thousand(int hysteresis, Map<Integer, Tier> holders) {
        return ranking(1_000, hysteresis, holders);
    }

    private static Ranking ranking(int n, int hysteresis, Map<Integer, Tier> holders) {
        ValueTable table = new ValueTable();
        IntStream.range(0, n).forEach(row -> table.add(new UUID(0, row)));
        return Ranking.of(
                table,
                row ->
                        Ranking.withHysteresis(
                                (n - row) * ValueScores.ONE / 20,
                                hysteresis * ValueScores.ONE,
                                holders.get(row)),
                SHARES);
    }

    private static Tier tierOf(int row, int hysteresis, Map<Integer, Tier> holders) {
        Ranking ranking = thousand(hysteresis, holders);
        return IntStream.rangeClosed(1, ranking.size())
                .filter(rank -> ranking.row(rank) == row)
                .mapToObj(ranking::tier)
                .findFirst()
                .orElseThrow();
    }

    private static Map<Tier, Integer> tiers(int n, int hysteresis, Map<Integer, Tier> holders) {
        Ranking ranking = ranking(n, hysteresis, holders);
        Map<Tier, Integer> counts = new HashMap<>();
        IntStream.rangeClosed(1, n)
                .forEach(rank -> counts.merge(ranking.tier(rank), 1, Integer::sum));
        return counts;
    }

    private static List<UUID> ids(List<Client> clients) {
        ValueTable table = new ValueTable();
        for (Client client : clients) {
            table.set(table.add(client.id()), Factor.REVENUE, client.revenue());
        }
        Ranking ranking = Ranking.of(table, row -> clients.get(row).score(), SHARES);
        return IntStream.rangeClosed(1, ranking.size())
                .mapToObj(rank -> table.client(ranking.row(rank)))
                .toList();
    }
}
