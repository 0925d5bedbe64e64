package io.guanxi.visit.coverage;

import io.guanxi.visit.coverage.CoverageEvent.ContactNoted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/**
 * The rules by which dates are reckoned: the setting, and the bank's zone.
 *
 * @param settingsVersion of the setting
 */
public record Reckoning(Cadences cadences, int settingsVersion, ZoneId zone) {

    LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    YearMonth month(Instant at) {
        return YearMonth.from(day(at));
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    Instant startOf(YearMonth month) {
        return startOf(month.atDay(1));
    }

    /** The instant at which a day ends. */
    Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    LocalDate dueDay(Cadence cadence, Instant base) {
        return cadence.window().dueDay(day(base), cadence.months());
    }

    /** The last day of the month after the one in which a rule changed. */
    LocalDate grace(Instant change) {
        return month(change).plusMonths(1).atEndOfMonth();
    }

    /** The last contact that counts for the cadence; null if there is none. */
    static ContactNoted lastFor(Cadence cadence, List<ContactNoted> contacts) {
        for (int i = contacts.size() - 1; i >= 0; i--) {
            if (cadence.counts(contacts.get(i).channel())) {
                return contacts.get(i);
            }
        }
        return null;
    }
}
