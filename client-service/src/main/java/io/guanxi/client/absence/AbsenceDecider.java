package io.guanxi.client.absence;

import static io.guanxi.kit.eventsourcing.Decision.accept;
import static io.guanxi.kit.eventsourcing.Decision.refuse;

import io.guanxi.client.absence.Absence.Cancelled;
import io.guanxi.client.absence.Absence.Standing;
import io.guanxi.client.absence.Absence.Unrecorded;
import io.guanxi.client.absence.AbsenceCommand.CancelAbsence;
import io.guanxi.client.absence.AbsenceCommand.RecordAbsence;
import io.guanxi.client.absence.AbsenceEvent.AbsenceCancelled;
import io.guanxi.client.absence.AbsenceEvent.AbsenceRecorded;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import java.util.Optional;

/** PR-10: whoever is away is covered by somebody who may serve. */
public final class AbsenceDecider implements Decider<AbsenceCommand, Absence, AbsenceEvent> {

    @Override
    public Absence initialState() {
        return new Unrecorded();
    }

    @Override
    public Decision<AbsenceEvent> decide(AbsenceCommand command, Absence absence) {
        return switch (command) {
            case RecordAbsence ask -> record(ask, absence);
            case CancelAbsence ask -> cancel(ask, absence);
        };
    }

    private static Decision<AbsenceEvent> record(RecordAbsence command, Absence absence) {
        return switch (absence) {
            case Standing _, Cancelled _ -> refuse(AbsenceRefusal.EXISTS);
            case Unrecorded _ ->
                    obstacle(command)
                            .<Decision<AbsenceEvent>>map(Decision::refuse)
                            .orElseGet(() -> accept(new AbsenceRecorded(command.absence())));
        };
    }

    private static Optional<AbsenceRefusal> obstacle(RecordAbsence command) {
        Cover cover = command.cover();
        if (!command.staffServes()) {
            return Optional.of(AbsenceRefusal.STAFF_GONE);
        }
        if (command.absence().staffId().equals(command.absence().coverId())) {
            return Optional.of(AbsenceRefusal.COVER_IS_ABSENTEE);
        }
        if (!cover.known()) {
            return Optional.of(AbsenceRefusal.COVER_UNKNOWN);
        }
        if (!cover.serving()) {
            return Optional.of(AbsenceRefusal.COVER_NOT_SERVING);
        }
        return cover.near() || command.anyUnit()
                ? Optional.empty()
                : Optional.of(AbsenceRefusal.COVER_ELSEWHERE);
    }

    private static Decision<AbsenceEvent> cancel(CancelAbsence command, Absence absence) {
        return switch (absence) {
            case Unrecorded _ -> refuse(AbsenceRefusal.UNKNOWN);
            case Standing(var details)
                    when details.reason() == AbsenceReason.UNQUALIFIED && !command.byRule() ->
                    refuse(AbsenceRefusal.UNQUALIFIED);
            case Standing(var details) ->
                    accept(new AbsenceCancelled(details.cancelledAt(command.at())));
            case Cancelled _ -> accept();
        };
    }

    @Override
    public Absence evolve(Absence absence, AbsenceEvent event) {
        return switch (event) {
            case AbsenceRecorded(var details) -> new Standing(details);
            case AbsenceCancelled(var details) -> new Cancelled(details);
        };
    }
}
