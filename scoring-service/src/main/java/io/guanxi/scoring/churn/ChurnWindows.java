package io.guanxi.scoring.churn;

import java.time.LocalDate;

/**
 * The days and months that a risk looks at.
 *
 * @param day D, the last day that counts
 * @param daysFrom counting days of (daysFrom, daysMiddle] are compared with those of (daysMiddle,
 *     D]
 * @param monthsFrom revenue of [monthsFrom, monthsMiddle) is compared with that of [monthsMiddle,
 *     monthsUntil)
 * @param yearFrom revenue of a year is that of [yearFrom, monthsUntil)
 */
public record ChurnWindows(
        LocalDate day,
        LocalDate daysFrom,
        LocalDate daysMiddle,
        LocalDate monthsFrom,
        LocalDate monthsMiddle,
        LocalDate monthsUntil,
        LocalDate yearFrom) {
    private static final int YEAR = 12;

    public static ChurnWindows of(ChurnModel model, LocalDate day) {
        LocalDate month = day.withDayOfMonth(1);
        return new ChurnWindows(
                day,
                day.minusDays(2L * model.windowDays()),
                day.minusDays(model.windowDays()),
                month.minusMonths(2L * model.revenueMonths()),
                month.minusMonths(model.revenueMonths()),
                month,
                month.minusMonths(YEAR));
    }
}
