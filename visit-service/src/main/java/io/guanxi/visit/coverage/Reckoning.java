package io.guanxi.visit.coverage;

import io.guanxi.visit.coverage.CoverageEvent.ContactNoted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules by which dates are reckoned: the setting in all its versions, and the bank's zone.
 *
 * @param rules from the first version to the one in force, in order
 */
public record Reckoning(List<Ruling> rules, ZoneId zone) {

    public Reckoning {
        rules = List.copyOf(rules);
    }

    Cadences cadences() {
        return rules.getLast().cadences();
    }

    int settingsVersion() {
        return rules.getLast().version();
    }

    /** When the rules came into force that are in force now. */
    Instant since() {
        return rules.getLast().since();
    }

    /** As it was known before an instant; the first rules have always been in force. */
    Reckoning before(Instant end) {
        List<Ruling> known = rules.stream().skip(1).filter(r -> r.since().isBefore(end)).toList();
        return new Reckoning(Stream.concat(rules.stream().limit(1), known.stream()).toList(), zone);
    }

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

    /** When a reminder is due, by the share of the time that has gone by. */
    Instant warnAt(Instant openedAt, Instant dueAt) {
        return openedAt.plus(
                Duration.between(openedAt, dueAt)
                        .multipliedBy(cadences().warnPercent())
                        .dividedBy(100));
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
