package io.guanxi.kit.service.time;

import com.fasterxml.jackson.core.type.TypeReference;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.service.runtime.Timers;
import io.guanxi.kit.service.time.Calendars.Year;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Watches the calendars that came with the directory, so that a change counts within a second. */
@ApplicationScoped
public class CalendarTable {
    private static final Logger LOG = Logger.getLogger(CalendarTable.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int BEFORE_SERVICES = 50;
    private static final TypeReference<List<Day>> DAYS = new TypeReference<>() {};

    private record Day(LocalDate date, boolean working) {}

    private final DataSource database;
    private final Calendars calendars;
    private final Event<CalendarsChange> changes;

    CalendarTable(DataSource database, Calendars calendars, Event<CalendarsChange> changes) {
        this.database = database;
        this.calendars = calendars;
        this.changes = changes;
    }

    void start(@Observes @Priority(BEFORE_SERVICES) StartupEvent started, Timers timers) {
        calendars.adopt(read());
        timers.every("calendars", PAUSE, this::refresh);
    }

    /** Reads the calendars now: whoever changed one wants to see it. */
    public void refresh() {
        if (calendars.adopt(read())) {
            LOG.info("The calendars have changed");
            changes.fire(new CalendarsChange());
        }
    }

    private Map<Year, Map<LocalDate, Boolean>> read() {
        Map<Year, Map<LocalDate, Boolean>> years = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select calendar_id, year, days from calendar_year");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                years.put(
                        new Year(row.getString("calendar_id"), row.getInt("year")),
                        days(row.getString("days")));
            }
            return years;
        } catch (SQLException e) {
            throw new IllegalStateException("The calendars cannot be read", e);
        }
    }

    private static Map<LocalDate, Boolean> days(String json) {
        try {
            return Json.MAPPER.readValue(json, DAYS).stream()
                    .collect(Collectors.toMap(Day::date, Day::working, (_, last) -> last));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
