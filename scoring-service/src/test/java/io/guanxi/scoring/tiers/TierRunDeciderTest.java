package io.guanxi.scoring.tiers;

import io.guanxi.kit.testing.DeciderSpec;
import io.guanxi.scoring.tiers.TierRunCommand.CompleteTierRun;
import io.guanxi.scoring.tiers.TierRunCommand.RequestTierRun;
import io.guanxi.scoring.tiers.TierRunEvent.TierRunCompleted;
import io.guanxi.scoring.tiers.TierRunEvent.TierRunRequested;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TierRunDeciderTest {
    private static final UUID RUN = UUID.fromString("0198a000-0000-7000-8000-0000000000f1");
    private static final Instant AS_OF = Instant.parse("2026-04-01T00:00:00Z");
    private final DeciderSpec<TierRunCommand, TierRun, TierRunEvent> run =
            DeciderSpec.of(new TierRunDecider());

    @Test
    void a_run_is_asked_for_once() {
        run.when(new RequestTierRun(RUN, AS_OF)).then(new TierRunRequested(RUN, AS_OF));
        run.given(new TierRunRequested(RUN, AS_OF))
                .when(new RequestTierRun(RUN, AS_OF))
                .thenRefused(TierRunRefusal.ALREADY_REQUESTED);
    }

    @Test
    void a_run_is_completed_once() {
        TierRunCompleted completed = new TierRunCompleted(RUN, AS_OF, true, List.of());

        run.given(new TierRunRequested(RUN, AS_OF))
                .when(new CompleteTierRun(true, List.of()))
                .then(completed);
        run.given(new TierRunRequested(RUN, AS_OF), completed)
                .when(new CompleteTierRun(true, List.of()))
                .thenNothing();
        run.when(new CompleteTierRun(true, List.of())).thenRefused(TierRunRefusal.NOT_REQUESTED);
    }
}
