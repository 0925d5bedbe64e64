package io.guanxi.scoring.tiers;

import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.contracts.scores.Tier;
import io.guanxi.kit.testing.DeciderSpec;
import io.guanxi.scoring.tiers.TierCommand.GiveProvisionalTier;
import io.guanxi.scoring.tiers.TierCommand.PlaceClient;
import io.guanxi.scoring.tiers.TierEvent.TierChanged;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TierDeciderTest {
    private static final UUID CLIENT = UUID.fromString("0198a000-0000-7000-8000-000000000001");
    private static final UUID RUN = UUID.fromString("0198a000-0000-7000-8000-0000000000f1");
    private static final Instant AS_OF = Instant.parse("2026-04-01T00:00:00Z");
    private final DeciderSpec<TierCommand, Standing, TierEvent> client =
            DeciderSpec.of(new TierDecider());

    @Test
    void a_new_client_is_C_until_a_run_ranks_it() {
        client.when(new GiveProvisionalTier(CLIENT, ClientKind.PERSON, "model-1", AS_OF))
                .then(provisional());
        client.given(provisional())
                .when(new GiveProvisionalTier(CLIENT, ClientKind.PERSON, "model-1", AS_OF))
                .thenNothing();
    }

    @Test
    void a_run_gives_a_provisional_client_its_first_tier_though_it_looks_at_an_earlier_day() {
        client.given(provisional())
                .when(place(Tier.C, "10", AS_OF.minusSeconds(1)))
                .then(placed(Tier.C, null, "10", AS_OF.minusSeconds(1)));
    }

    @Test
    void the_tier_before_is_recorded_with_the_new_one() {
        client.given(placed(Tier.B1, null, "70", AS_OF))
                .when(place(Tier.A2, "70.1", AS_OF))
                .then(placed(Tier.A2, Tier.B1, "70.1", AS_OF));
    }

    @Test
    void a_score_is_told_when_it_moved_by_a_point() {
        client.given(placed(Tier.B1, null, "70", AS_OF))
                .when(place(Tier.B1, "70.999999", AS_OF))
                .thenNothing();
        client.given(placed(Tier.B1, null, "70", AS_OF))
                .when(place(Tier.B1, "71", AS_OF))
                .then(placed(Tier.B1, Tier.B1, "71", AS_OF));
        client.given(placed(Tier.B1, null, "70", AS_OF))
                .when(place(Tier.B1, "69", AS_OF))
                .then(placed(Tier.B1, Tier.B1, "69", AS_OF));
    }

    @Test
    void a_run_of_an_earlier_day_does_not_undo_a_later_one() {
        client.given(placed(Tier.B1, null, "70", AS_OF))
                .when(place(Tier.A1, "95", AS_OF.minusSeconds(1)))
                .thenNothing();
    }

    private static TierChanged provisional() {
        return new TierChanged(
                CLIENT,
                ClientKind.PERSON,
                Tier.C,
                null,
                true,
                null,
                null,
                null,
                null,
                "model-1",
                AS_OF,
                List.of(),
                List.of());
    }

    private static PlaceClient place(Tier tier, String score, Instant asOf) {
        return new PlaceClient(placed(tier, null, score, asOf), 1);
    }

    private static TierChanged placed(Tier tier, Tier before, String score, Instant asOf) {
        return new TierChanged(
                CLIENT,
                ClientKind.PERSON,
                tier,
                before,
                false,
                new BigDecimal(score),
                3,
                100,
                RUN,
                "model-1",
                asOf,
                List.of(),
                List.of());
    }
}
