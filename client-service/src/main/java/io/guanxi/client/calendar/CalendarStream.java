package io.guanxi.client.calendar;

import io.guanxi.client.calendar.CalendarEvent.CalendarYearPublished;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventTypes;
import java.util.Optional;
import java.util.UUID;

/** How calendars are stored: a stream for each year, all keyed by the calendar. */
public final class CalendarStream {
    public static final EventTypes<CalendarEvent> TYPES =
            EventTypes.of(CalendarEvent.class)
                    .type("calendar-year-published", CalendarYearPublished.class)
                    .build();

    public static final Aggregate<CalendarCommand, Optional<CalendarYear>, CalendarEvent> CALENDAR =
            Aggregate.of("calendar", new CalendarDecider(), TYPES)
                    .keyedBy(CalendarStream::key)
                    .withViews(new CalendarView());

    private CalendarStream() {}

    static UUID of(String calendarId, int year) {
        return Ids.of("calendar", calendarId + ":" + year);
    }

    private static UUID key(UUID streamId, Optional<CalendarYear> calendar) {
        return calendar.map(c -> Ids.of("calendar", c.calendarId())).orElse(streamId);
    }
}
