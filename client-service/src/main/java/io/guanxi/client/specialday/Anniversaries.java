package io.guanxi.client.specialday;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/**
 * The days of a range, each with the days of the year it stands for. Who was born on 29 February
 * has the 28th where there is no 29th.
 */
final class Anniversaries {
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);
    private static final MonthDay BEFORE_IT = MonthDay.of(2, 28);

    /** That day, and a day of the year as {@code MM-DD}. */
    record Anniversary(LocalDate day, String monthDay) {
        private static Anniversary of(LocalDate day, MonthDay monthDay) {
            // Without the two hyphens that stand for the year.
            return new Anniversary(day, monthDay.toString().substring(2));
        }
    }

    private Anniversaries() {}

    static List<Anniversary> between(LocalDate from, LocalDate to) {
        List<Anniversary> all = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            MonthDay own = MonthDay.from(day);
            all.add(Anniversary.of(day, own));
            if (own.equals(BEFORE_IT) && !day.isLeapYear()) {
                all.add(Anniversary.of(day, LEAP_DAY));
            }
        }
        return all;
    }
}
