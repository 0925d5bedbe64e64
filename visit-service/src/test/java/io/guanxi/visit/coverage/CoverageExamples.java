package io.guanxi.visit.coverage;

import static io.guanxi.visit.coverage.ClientStory.CLIENT;

import io.guanxi.visit.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One example of every stored event of a client's coverage. */
public final class CoverageExamples {
    private static final Instant AT = Instant.parse("2026-03-10T02:00:00Z");
    private static final Instant DUE = Instant.parse("2026-04-30T16:00:00Z");
    private static final UUID VISIT = UUID.fromString("01900000-0000-7000-8000-0000000000e1");
    private static final UUID OBLIGATION = UUID.fromString("0a5c3e1e-0000-5000-8000-0000000000f1");

    private CoverageExamples() {}

    public static List<CoverageEvent> all() {
        return List.of(
                new CoverageEvent.OwnerNoted(CLIENT, "S-0001", "U-001", AT),
                new CoverageEvent.FlagsNoted(CLIENT, Set.of("GOLDEN", "CORE"), AT),
                new CoverageEvent.TierNoted(CLIENT, "A1", AT),
                new CoverageEvent.StandingNoted(CLIENT, false, AT),
                new CoverageEvent.ContactNoted(CLIENT, VISIT, Channel.FACE_TO_FACE, AT, AT),
                new CoverageEvent.ObligationMoved(obligation()),
                new CoverageEvent.ObligationJudged(
                        CLIENT, "VI-06", "visit", OBLIGATION, "S-0001", DUE, Outcome.MET, AT, AT),
                new CoverageEvent.MonthsReckoned(
                        CLIENT,
                        List.of(new MonthShare("2026-04", 1, 0, "S-0001", "A1")),
                        "2026-05"));
    }

    static Obligation obligation() {
        return new Obligation(
                CLIENT,
                OBLIGATION,
                "visit",
                CLIENT + "/VI-06",
                "VI-06",
                "S-0001",
                AT,
                VISIT,
                Instant.parse("2026-03-31T16:00:00Z"),
                Instant.parse("2026-04-24T16:00:00Z"),
                DUE,
                true,
                1);
    }
}
