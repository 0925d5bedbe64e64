package io.guanxi.contracts.directory;

import io.guanxi.contracts.EventType;
import java.time.LocalDate;
import java.util.List;

/**
 * The days of one year on which a calendar differs from "weekdays work, weekends do not". Key: the
 * calendar's stream id.
 *
 * @param calendarId code, for example {@code CN}
 */
@EventType(name = "calendar-changed", description = "The special days of a calendar's year.")
public record CalendarChanged(String calendarId, int year, List<Day> days) {

    /** A public holiday ({@code working} false) or a make-up working day (true). */
    public record Day(LocalDate date, boolean working) {}

    public CalendarChanged {
        days = days == null ? List.of() : List.copyOf(days);
    }
}
