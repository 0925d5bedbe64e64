package io.guanxi.client.absence;

import io.guanxi.client.absence.AbsenceEvent.AbsenceCancelled;
import io.guanxi.client.absence.AbsenceEvent.AbsenceRecorded;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventTypes;

/** How absences are stored. */
public final class AbsenceStream {
    public static final EventTypes<AbsenceEvent> TYPES =
            EventTypes.of(AbsenceEvent.class)
                    .type("absence-recorded", AbsenceRecorded.class)
                    .type("absence-cancelled", AbsenceCancelled.class)
                    .build();

    public static final Aggregate<AbsenceCommand, Absence, AbsenceEvent> ABSENCE =
            Aggregate.of("absence", new AbsenceDecider(), TYPES).withViews(new BookCoverView());

    private AbsenceStream() {}
}
