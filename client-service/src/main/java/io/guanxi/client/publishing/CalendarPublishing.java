package io.guanxi.client.publishing;

import io.guanxi.client.calendar.CalendarEvent;
import io.guanxi.client.calendar.CalendarEvent.CalendarYearPublished;
import io.guanxi.client.calendar.CalendarStream;
import io.guanxi.client.calendar.CalendarYear;
import io.guanxi.contracts.directory.CalendarChanged;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Publishing;
import io.guanxi.kit.eventsourcing.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Calendars for everyone. */
@ApplicationScoped
public class CalendarPublishing implements Publishing<CalendarEvent> {

    @Override
    public Aggregate<?, ?, CalendarEvent> aggregate() {
        return CalendarStream.CALENDAR;
    }

    @Override
    public List<PublicEvent> publish(Recorded<CalendarEvent> event) {
        return switch (event.event()) {
            case CalendarYearPublished(var calendar) ->
                    List.of(Announcement.directory(changed(calendar)));
        };
    }

    private static CalendarChanged changed(CalendarYear calendar) {
        return new CalendarChanged(
                calendar.calendarId(),
                calendar.year(),
                calendar.days().stream()
                        .map(day -> new CalendarChanged.Day(day.date(), day.working()))
                        .toList());
    }
}
