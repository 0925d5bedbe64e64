package io.guanxi.client.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * The special days of a calendar's year.
 *
 * @param days by date; all others are as their weekday says
 */
public record CalendarYear(String calendarId, int year, List<Day> days) {

    /** A public holiday, or a make-up working day. */
    public record Day(LocalDate date, boolean working) {}

    public CalendarYear {
        days = List.copyOf(days);
    }
}
