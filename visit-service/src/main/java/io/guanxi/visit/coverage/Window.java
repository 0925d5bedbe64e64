package io.guanxi.visit.coverage;

import java.time.LocalDate;
import java.time.YearMonth;

/** F6: from the day of the last contact to the day by which the next one is owed. */
public enum Window {
    /** At least once in each n-th calendar month; open from the first of that month. */
    MONTHS {
        @Override
        LocalDate dueDay(LocalDate base, int months) {
            return YearMonth.from(base).plusMonths(months).atEndOfMonth();
        }

        @Override
        LocalDate opens(LocalDate base, LocalDate dueDay) {
            return dueDay.withDayOfMonth(1);
        }
    },
    /** Within n months of the last contact; open from the day after it. */
    ROLLING {
        @Override
        LocalDate dueDay(LocalDate base, int months) {
            return base.plusMonths(months);
        }

        @Override
        LocalDate opens(LocalDate base, LocalDate dueDay) {
            return base.plusDays(1);
        }
    };

    abstract LocalDate dueDay(LocalDate base, int months);

    /** The first day on which a contact is owed. */
    abstract LocalDate opens(LocalDate base, LocalDate dueDay);
}
