package io.guanxi.client.access;

import io.guanxi.client.absence.AbsenceDetails;
import io.guanxi.client.absence.AbsenceEvent;
import io.guanxi.client.absence.AbsenceStream;
import io.guanxi.client.absence.CoverRow;
import io.guanxi.client.access.ClientAccess.Person;
import io.guanxi.client.access.ClientAccess.Reason;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who covered somebody in an interval of the past; a cover that was cancelled ended then. */
@ApplicationScoped
class CoversThen {
    private final EventStore store;

    CoversThen(EventStore store) {
        this.store = store;
    }

    List<Person> of(String staffId, Interval during) {
        List<Person> covers = new ArrayList<>();
        List<CoverRow> rows = CoverRow.list("staffId = ?1 order by fromAt", staffId);
        for (CoverRow row : rows) {
            cover(store.read(AbsenceStream.ABSENCE, row.absenceId, 0), during)
                    .ifPresent(covers::add);
        }
        return covers;
    }

    private static Optional<Person> cover(List<Recorded<AbsenceEvent>> events, Interval during) {
        AbsenceDetails absence = AbsenceEvent.held(events.getLast());
        return new Interval(absence.from(), absence.to())
                .within(during)
                .map(i -> person(absence, i));
    }

    private static Person person(AbsenceDetails absence, Interval during) {
        return new Person(
                absence.coverId(), Reason.COVER, absence.staffId(), during.from(), during.until());
    }
}
