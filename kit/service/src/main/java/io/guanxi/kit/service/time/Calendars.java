package io.guanxi.kit.service.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Working days: weekends, public holidays and make-up working days. A year nobody published yet has
 * weekends only, and one warning says so.
 */
@ApplicationScoped
public class Calendars {
    private static final Logger LOG = Logger.getLogger(Calendars.class);
    private static final int FURTHEST = 10_000;

    private final BusinessClock clock;
    private final Map<Integer, Map<LocalDate, Boolean>> years = new ConcurrentHashMap<>();

    Calendars(BusinessClock clock) {
        this.clock = clock;
    }

    public boolean isWorkingDay(LocalDate day) {
        Boolean exception = year(day.getYear()).get(day);
        return exception == null ? !isWeekend(day) : exception;
    }

    /** The n-th working day after the start; the start day does not count. */
    public LocalDate plusWorkingDays(LocalDate start, int n) {
        if (n < 0 || n > FURTHEST) {
            throw new IllegalArgumentException("Not 0 to " + FURTHEST + " working days: " + n);
        }
        LocalDate day = start;
        for (int counted = 0; counted < n; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return day;
    }

    /** The end of a day in the bank's time zone: the first instant that is no longer that day. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clock.zone()).toInstant();
    }

    private Map<LocalDate, Boolean> year(int year) {
        return years.computeIfAbsent(year, Calendars::load);
    }

    private static Map<LocalDate, Boolean> load(int year) {
        return BuiltInCalendar.china(year)
                .orElseGet(
                        () -> {
                            LOG.warnf("No calendar for %d: only weekends are free", (Object) year);
                            return Map.of();
                        });
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
