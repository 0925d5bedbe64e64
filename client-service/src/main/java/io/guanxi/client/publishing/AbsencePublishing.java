package io.guanxi.client.publishing;

import io.guanxi.client.absence.AbsenceDetails;
import io.guanxi.client.absence.AbsenceEvent;
import io.guanxi.client.absence.AbsenceEvent.AbsenceCancelled;
import io.guanxi.client.absence.AbsenceEvent.AbsenceRecorded;
import io.guanxi.client.absence.AbsenceStream;
import io.guanxi.contracts.directory.AbsenceChanged;
import io.guanxi.contracts.directory.AbsenceState;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Publishing;
import io.guanxi.kit.eventsourcing.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Absences and covers for everyone, without the reason. */
@ApplicationScoped
public class AbsencePublishing implements Publishing<AbsenceEvent> {

    @Override
    public Aggregate<?, ?, AbsenceEvent> aggregate() {
        return AbsenceStream.ABSENCE;
    }

    @Override
    public List<PublicEvent> publish(Recorded<AbsenceEvent> event) {
        AbsenceDetails absence = AbsenceEvent.held(event);
        return switch (event.event()) {
            case AbsenceRecorded _ -> changed(absence, AbsenceState.ACTIVE);
            case AbsenceCancelled _ -> changed(absence, AbsenceState.CANCELLED);
        };
    }

    private static List<PublicEvent> changed(AbsenceDetails absence, AbsenceState state) {
        return List.of(
                Announcement.directory(
                        new AbsenceChanged(
                                absence.absenceId(),
                                absence.staffId(),
                                absence.coverId(),
                                absence.from(),
                                absence.to(),
                                state)));
    }
}
