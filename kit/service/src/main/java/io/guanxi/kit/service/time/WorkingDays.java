package io.guanxi.kit.service.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The working days of one calendar: weekends, public holidays, make-up working days.
 *
 * @param exceptions by year: each day that differs from its weekday, and whether it is worked
 * @param zone where its days begin and end
 */
public record WorkingDays(IntFunction<Map<LocalDate, Boolean>> exceptions, ZoneId zone) {
    private static final int FURTHEST = 10_000;

    public boolean isWorkingDay(LocalDate day) {
        Boolean exception = exceptions.apply(day.getYear()).get(day);
        return exception == null ? !isWeekend(day) : exception;
    }

    /** The n-th working day after the start; the start day does not count. */
    public LocalDate plus(LocalDate start, int n) {
        return walk(start, n, 1);
    }

    /** The n-th working day before the start: by then something must be told at the latest. */
    public LocalDate minus(LocalDate start, int n) {
        return walk(start, n, -1);
    }

    private LocalDate walk(LocalDate start, int n, int step) {
        if (n < 0 || n > FURTHEST) {
            throw new IllegalArgumentException("Not 0 to " + FURTHEST + " working days: " + n);
        }
        LocalDate day = start;
        for (int counted = 0; counted < n; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return day;
    }

    /** The end of a day: the first instant that is no longer that day. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Working time between two instants; a working day has all its hours. */
    public Duration between(Instant from, Instant to) {
        Duration worked = Duration.ZERO;
        LocalDate day = LocalDate.ofInstant(from, zone);
        for (Instant at = from; at.isBefore(to); day = day.plusDays(1)) {
            Instant end = earlier(endOf(day), to);
            worked = isWorkingDay(day) ? worked.plus(Duration.between(at, end)) : worked;
            at = end;
        }
        return worked;
    }

    /** The instant when so much working time has passed. */
    public Instant plus(Instant from, Duration working) {
        Duration left = working;
        Instant at = from;
        for (LocalDate day = LocalDate.ofInstant(from, zone); ; day = day.plusDays(1)) {
            Duration today = isWorkingDay(day) ? Duration.between(at, endOf(day)) : Duration.ZERO;
            if (left.compareTo(today) <= 0 && isWorkingDay(day)) {
                return at.plus(left);
            }
            left = left.minus(today);
            at = endOf(day);
        }
    }

    /** AL-02: when to warn, at this share of the working time between the two instants. */
    public Instant warnAt(Instant openedAt, Instant dueAt, int percent) {
        return plus(openedAt, between(openedAt, dueAt).multipliedBy(percent).dividedBy(100));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
