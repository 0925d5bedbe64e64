package io.guanxi.client.calendar;

/** What is recorded about a year of a calendar. Stored for ever: add, never rename. */
public sealed interface CalendarEvent {
    /** The whole year, for others read it from this event alone. */
    record CalendarYearPublished(CalendarYear calendar) implements CalendarEvent {}
}
