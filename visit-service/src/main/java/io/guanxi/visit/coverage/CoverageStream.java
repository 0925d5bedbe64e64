package io.guanxi.visit.coverage;

import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventTypes;
import java.util.UUID;

/** Where and under which names a client's coverage is stored. */
public final class CoverageStream {
    public static final EventTypes<CoverageEvent> TYPES =
            EventTypes.of(CoverageEvent.class)
                    .type("coverage-owner-noted", CoverageEvent.OwnerNoted.class)
                    .type("coverage-flags-noted", CoverageEvent.FlagsNoted.class)
                    .type("coverage-tier-noted", CoverageEvent.TierNoted.class)
                    .type("coverage-standing-noted", CoverageEvent.StandingNoted.class)
                    .type("coverage-contact-noted", CoverageEvent.ContactNoted.class)
                    .type("coverage-obligation-moved", CoverageEvent.ObligationMoved.class)
                    .type("coverage-obligation-judged", CoverageEvent.ObligationJudged.class)
                    .type("coverage-months-reckoned", CoverageEvent.MonthsReckoned.class)
                    .build();

    public static final Aggregate<CoverageCommand, Coverage, CoverageEvent> AGGREGATE =
            Aggregate.of("coverage", new CoverageDecider(), TYPES)
                    .keyedBy((_, coverage) -> coverage.clientId())
                    .withViews(new CoverageView());

    private CoverageStream() {}

    /** The stream of a client's coverage. */
    public static UUID of(UUID clientId) {
        return Ids.of("coverage", clientId);
    }
}
