package io.guanxi.client.absence;

import io.guanxi.kit.eventsourcing.Recorded;

/** What is recorded about an absence. Stored for ever: add, never rename. */
public sealed interface AbsenceEvent {

    /** The whole state, for others read it from this event alone. */
    AbsenceDetails absence();

    /** The absence as it holds after this event. */
    static AbsenceDetails held(Recorded<AbsenceEvent> recorded) {
        return switch (recorded.event()) {
            case AbsenceRecorded(var absence) -> absence;
            case AbsenceCancelled(var absence) -> absence.cancelledAt(recorded.occurredAt());
        };
    }

    record AbsenceRecorded(AbsenceDetails absence) implements AbsenceEvent {}

    /** Ends with the cancelling; what was stored earlier still has the end that was planned. */
    record AbsenceCancelled(AbsenceDetails absence) implements AbsenceEvent {}
}
