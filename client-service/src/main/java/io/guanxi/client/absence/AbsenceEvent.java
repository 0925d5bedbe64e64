package io.guanxi.client.absence;

/** What is recorded about an absence. Stored for ever: add, never rename. */
public sealed interface AbsenceEvent {

    /** The whole state, for others read it from this event alone. */
    AbsenceDetails absence();

    record AbsenceRecorded(AbsenceDetails absence) implements AbsenceEvent {}

    record AbsenceCancelled(AbsenceDetails absence) implements AbsenceEvent {}
}
