package io.guanxi.visit.coverage;

/**
 * What a client adds to F5 of a calendar month.
 *
 * @param month for example {@code 2026-03}
 * @param due cadences whose date, reckoned from contacts before the month, fell by its end
 * @param met of these, the ones with a qualifying contact in the month and in time
 * @param ownerId as at month end; null: nobody
 * @param tier as at month end
 */
public record MonthShare(String month, int due, int met, String ownerId, String tier) {}
