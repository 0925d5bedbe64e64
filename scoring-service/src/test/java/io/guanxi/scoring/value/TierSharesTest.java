package io.guanxi.scoring.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.scores.Tier;
import io.guanxi.scoring.SettingsDocuments;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierSharesTest {
    private final TierShares shares = SettingsDocuments.valueModels().shares();

    @ParameterizedTest
    @CsvSource({
        "1229, 36, 86, 73, 173, 861",
        "1000, 30, 70, 60, 140, 700",
        "95, 2, 7, 5, 14, 67",
        "30, 0, 3, 1, 5, 21",
        "10, 0, 1, 0, 2, 7"
    })
    void F2_TI_03_cuts_a_cohort_with_floors(int n, int a1, int a2, int b1, int b2, int c) {
        TierCuts cuts = shares.of(n);

        assertThat(Arrays.stream(Tier.values()).map(cuts::size)).containsExactly(a1, a2, b1, b2, c);
    }

    @Property
    void F2_every_rank_has_one_tier_and_the_sizes_add_up(@ForAll @IntRange(max = 3_000) int n) {
        TierCuts cuts = shares.of(n);
        Map<Tier, Integer> counted = new EnumMap<>(Tier.class);
        Tier before = Tier.A1;
        for (int rank = 1; rank <= n; rank++) {
            Tier tier = cuts.of(rank);
            assertThat(tier).isGreaterThanOrEqualTo(before);
            counted.merge(tier, 1, Integer::sum);
            before = tier;
        }

        for (Tier tier : Tier.values()) {
            assertThat(cuts.size(tier)).isEqualTo(counted.getOrDefault(tier, 0));
        }
    }
}
