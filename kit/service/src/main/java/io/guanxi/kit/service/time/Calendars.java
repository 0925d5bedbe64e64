package io.guanxi.kit.service.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;

/** Working days: weekends, public holidays and make-up working days. */
@ApplicationScoped
public class Calendars {

    public boolean isWorkingDay(LocalDate day) {
        throw new UnsupportedOperationException("Not built yet.");
    }

    /** The n-th working day after the start; the start day does not count. */
    public LocalDate plusWorkingDays(LocalDate start, int n) {
        throw new UnsupportedOperationException("Not built yet.");
    }

    /** The end of a day in the bank's time zone: the first instant that is no longer that day. */
    public Instant endOf(LocalDate day) {
        throw new UnsupportedOperationException("Not built yet.");
    }
}
