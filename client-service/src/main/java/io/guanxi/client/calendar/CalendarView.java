package io.guanxi.client.calendar;

import io.guanxi.client.calendar.CalendarEvent.CalendarYearPublished;
import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.Recorded;
import java.util.List;

/** The year, in the table that every other service fills from the topic. */
public final class CalendarView implements InlineView<CalendarEvent, CalendarView.Row> {

    /** A row of {@code calendar_year}. */
    public record Row(String id, String calendarId, int year, List<CalendarYear.Day> days) {}

    @Override
    public String table() {
        return "calendar_year";
    }

    @Override
    public Class<Row> rowType() {
        return Row.class;
    }

    @Override
    public Row evolve(Row row, Recorded<CalendarEvent> event) {
        return switch (event.event()) {
            case CalendarYearPublished(var c) ->
                    new Row(c.calendarId() + ":" + c.year(), c.calendarId(), c.year(), c.days());
        };
    }
}
