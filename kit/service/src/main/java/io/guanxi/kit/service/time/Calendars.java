package io.guanxi.kit.service.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The calendars of working days: those of China come with the service, others and later notices
 * with the directory. A year nobody published yet has weekends only, and one warning says so.
 */
@ApplicationScoped
public class Calendars {
    /** The calendar that deadlines follow. */
    public static final String DEFAULT = "CN";

    private static final Logger LOG = Logger.getLogger(Calendars.class);

    /** A year of a calendar, by its special days. */
    public record Year(String calendarId, int year) {}

    private final BusinessClock clock;
    private final Map<Year, Map<LocalDate, Boolean>> builtIn = new ConcurrentHashMap<>();
    private volatile Map<Year, Map<LocalDate, Boolean>> published = Map.of();

    Calendars(BusinessClock clock) {
        this.clock = clock;
    }

    public boolean isWorkingDay(LocalDate day) {
        return calendar(DEFAULT).isWorkingDay(day);
    }

    /** The n-th working day after the start; the start day does not count. */
    public LocalDate plusWorkingDays(LocalDate start, int n) {
        return calendar(DEFAULT).plus(start, n);
    }

    /** The end of a day in the bank's time zone: the first instant that is no longer that day. */
    public Instant endOf(LocalDate day) {
        return calendar(DEFAULT).endOf(day);
    }

    /** The working days of a calendar; of an unknown one, weekdays. */
    public WorkingDays calendar(String calendarId) {
        return new WorkingDays(year -> days(new Year(calendarId, year)), clock.zone());
    }

    /** The calendars there are. */
    public Set<String> ids() {
        Set<String> ids =
                published.keySet().stream()
                        .map(Year::calendarId)
                        .collect(Collectors.toCollection(TreeSet::new));
        ids.add(DEFAULT);
        return ids;
    }

    /** Tells whether other days are worked than before, whenever that was. */
    public UUID fingerprint() {
        Map<String, Object> years = new TreeMap<>();
        published.forEach((year, days) -> years.put(year.toString(), new TreeMap<>(days)));
        return UUID.nameUUIDFromBytes(years.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The special days of a year; none where nobody published it. */
    public Map<LocalDate, Boolean> days(Year year) {
        Map<LocalDate, Boolean> days = published.get(year);
        return days == null ? builtIn(year) : days;
    }

    /** The special days of a year as they came with the service. */
    public Map<LocalDate, Boolean> builtIn(Year year) {
        return builtIn.computeIfAbsent(year, Calendars::load);
    }

    /**
     * Takes over what the directory says.
     *
     * @return whether anything is different now
     */
    boolean adopt(Map<Year, Map<LocalDate, Boolean>> years) {
        boolean different = !published.equals(years);
        published = Map.copyOf(years);
        return different;
    }

    private static Map<LocalDate, Boolean> load(Year year) {
        Optional<Map<LocalDate, Boolean>> china =
                year.calendarId().equals(DEFAULT)
                        ? BuiltInCalendar.china(year.year())
                        : Optional.empty();
        return china.orElseGet(
                () -> {
                    LOG.warnf(
                            "No calendar %s for %d: only weekends are free",
                            year.calendarId(), (Object) year.year());
                    return Map.of();
                });
    }
}
