package io.guanxi.client.calendar;

import static io.guanxi.kit.eventsourcing.Decision.accept;
import static io.guanxi.kit.eventsourcing.Decision.refuse;

import io.guanxi.client.calendar.CalendarCommand.PublishYear;
import io.guanxi.client.calendar.CalendarEvent.CalendarYearPublished;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import java.util.Optional;

/** A year of a calendar is replaced whole; the state is the year as last published. */
public final class CalendarDecider
        implements Decider<CalendarCommand, Optional<CalendarYear>, CalendarEvent> {

    @Override
    public Optional<CalendarYear> initialState() {
        return Optional.empty();
    }

    @Override
    public Decision<CalendarEvent> decide(
            CalendarCommand command, Optional<CalendarYear> published) {
        return switch (command) {
            case PublishYear(var calendar) -> publish(calendar, published);
        };
    }

    private static Decision<CalendarEvent> publish(
            CalendarYear calendar, Optional<CalendarYear> published) {
        if (calendar.days().stream().anyMatch(d -> d.date().getYear() != calendar.year())) {
            return refuse(CalendarRefusal.OTHER_YEAR);
        }
        long different = calendar.days().stream().map(CalendarYear.Day::date).distinct().count();
        if (different != calendar.days().size()) {
            return refuse(CalendarRefusal.DAY_TWICE);
        }
        return published.filter(calendar::equals).isPresent()
                ? accept()
                : accept(new CalendarYearPublished(calendar));
    }

    @Override
    public Optional<CalendarYear> evolve(Optional<CalendarYear> before, CalendarEvent event) {
        return switch (event) {
            case CalendarYearPublished(var calendar) -> Optional.of(calendar);
        };
    }
}
