package io.guanxi.scoring.tiers;

import io.guanxi.scoring.value.Factor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The months that a value score looks at (F1); M is the month of the run's day.
 *
 * @param year the first day of M−12
 * @param before the first day of M−6
 * @param quarter the first day of M−3
 * @param until the first day of M
 */
public record TierWindows(LocalDate year, LocalDate before, LocalDate quarter, LocalDate until) {

    public static TierWindows of(Instant asOf, ZoneId zone) {
        LocalDate month = LocalDate.ofInstant(asOf, zone).withDayOfMonth(1);
        return new TierWindows(
                month.minusMonths(12), month.minusMonths(6), month.minusMonths(3), month);
    }

    /** The first day a factor looks at; null for one that takes the latest value. */
    LocalDate from(Factor factor) {
        return switch (factor) {
            case REVENUE -> year;
            case VOLUME -> quarter;
            case GROWTH -> before;
            case QUALIFICATION, HEADCOUNT, COMPLIANCE -> null;
        };
    }

    /** The first day a factor does not look at any more; null for a latest value. */
    LocalDate until(Factor factor) {
        return from(factor) == null ? null : until;
    }
}
