package io.guanxi.client.calendar;

/** What may be asked of a year of a calendar. */
public sealed interface CalendarCommand {
    record PublishYear(CalendarYear calendar) implements CalendarCommand {}
}
