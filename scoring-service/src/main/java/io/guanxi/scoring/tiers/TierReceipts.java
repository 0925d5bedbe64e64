package io.guanxi.scoring.tiers;

import io.guanxi.scoring.tiers.TierEvent.TierChanged;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Turns a run's stored row into what is recorded and shown. */
final class TierReceipts {
    private TierReceipts() {}

    static TierChanged placed(
            RunRows.Stored row, UUID run, Instant asOf, CohortResult cohort, ZoneId zone) {
        return new TierChanged(
                row.client(),
                row.cohort(),
                row.tier(),
                row.previousTier(),
                row.provisional(),
                row.score(),
                row.rank(),
                cohort.ranked() ? cohort.size() : null,
                run,
                cohort.modelVersion(),
                asOf,
                factors(row, cohort, TierWindows.of(asOf, zone)),
                cohort.cutOffs());
    }

    private static List<FactorReceipt> factors(
            RunRows.Stored row, CohortResult cohort, TierWindows windows) {
        return row.lines().stream()
                .map(
                        line ->
                                new FactorReceipt(
                                        line.factor(),
                                        cohort.weights().get(line.factor()),
                                        line.value(),
                                        line.points(),
                                        windows.from(line.factor()),
                                        windows.until(line.factor()),
                                        line.facts(),
                                        line.newestAt()))
                .toList();
    }
}
