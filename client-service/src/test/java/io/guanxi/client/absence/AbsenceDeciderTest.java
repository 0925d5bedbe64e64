package io.guanxi.client.absence;

import io.guanxi.client.absence.AbsenceCommand.CancelAbsence;
import io.guanxi.client.absence.AbsenceCommand.RecordAbsence;
import io.guanxi.client.absence.AbsenceEvent.AbsenceCancelled;
import io.guanxi.client.absence.AbsenceEvent.AbsenceRecorded;
import io.guanxi.kit.testing.DeciderSpec;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AbsenceDeciderTest {
    private static final Instant FROM = Instant.parse("2026-02-09T01:00:00Z");
    private static final Instant TO = FROM.plusSeconds(86_400);
    private static final AbsenceDetails LEAVE = absence("S-0009", AbsenceReason.LEAVE);
    private static final Cover SUPERVISOR = new Cover("S-0009", true, true, true);

    private final DeciderSpec<AbsenceCommand, Absence, AbsenceEvent> absence =
            DeciderSpec.of(new AbsenceDecider());

    @Test
    void PR_10_the_supervisor_covers_who_is_away() {
        absence.when(new RecordAbsence(LEAVE, true, SUPERVISOR, false))
                .then(new AbsenceRecorded(LEAVE));
    }

    @Test
    void nobody_covers_for_themselves() {
        absence.when(
                        new RecordAbsence(
                                absence("S-0001", AbsenceReason.LEAVE),
                                true,
                                new Cover("S-0001", true, true, true),
                                true))
                .thenRefused(AbsenceRefusal.COVER_IS_ABSENTEE);
    }

    @Test
    void PR_03_the_unqualified_do_not_cover() {
        absence.when(new RecordAbsence(LEAVE, true, new Cover("S-0009", true, false, true), true))
                .thenRefused(AbsenceRefusal.COVER_NOT_SERVING);
    }

    @Test
    void only_a_supervisor_calls_in_somebody_from_another_unit() {
        Cover elsewhere = new Cover("S-0009", true, true, false);
        absence.when(new RecordAbsence(LEAVE, true, elsewhere, false))
                .thenRefused(AbsenceRefusal.COVER_ELSEWHERE);
        absence.when(new RecordAbsence(LEAVE, true, elsewhere, true))
                .then(new AbsenceRecorded(LEAVE));
    }

    @Test
    void refuses_unknown_cover_gone_staff_and_a_used_id() {
        absence.when(new RecordAbsence(LEAVE, true, new Cover("S-0009", false, false, false), true))
                .thenRefused(AbsenceRefusal.COVER_UNKNOWN);
        absence.when(new RecordAbsence(LEAVE, false, SUPERVISOR, true))
                .thenRefused(AbsenceRefusal.STAFF_GONE);
        absence.given(new AbsenceRecorded(LEAVE))
                .when(new RecordAbsence(LEAVE, true, SUPERVISOR, true))
                .thenRefused(AbsenceRefusal.EXISTS);
    }

    @Test
    void an_absence_is_cancelled_once() {
        absence.given(new AbsenceRecorded(LEAVE), new AbsenceCancelled(until(FROM)))
                .when(new CancelAbsence(TO, false))
                .thenNothing();
        absence.when(new CancelAbsence(FROM, false)).thenRefused(AbsenceRefusal.UNKNOWN);
    }

    @Test
    void PR_10_what_is_cancelled_has_held_from_its_beginning_until_then() {
        Instant noon = FROM.plusSeconds(14_400);
        cancelled(FROM.minusSeconds(1), FROM);
        cancelled(noon, noon);
        cancelled(TO.plusSeconds(1), TO);
    }

    private void cancelled(Instant at, Instant end) {
        absence.given(new AbsenceRecorded(LEAVE))
                .when(new CancelAbsence(at, false))
                .then(new AbsenceCancelled(until(end)));
    }

    @Test
    void PR_19_the_cover_of_the_unqualified_ends_when_they_qualify_again() {
        AbsenceDetails unqualified = absence("S-0009", AbsenceReason.UNQUALIFIED);
        absence.given(new AbsenceRecorded(unqualified))
                .when(new CancelAbsence(TO, false))
                .thenRefused(AbsenceRefusal.UNQUALIFIED);
        absence.given(new AbsenceRecorded(unqualified))
                .when(new CancelAbsence(TO, true))
                .then(new AbsenceCancelled(unqualified));
    }

    private static AbsenceDetails absence(String cover, AbsenceReason reason) {
        return new AbsenceDetails(new UUID(7, 1), "S-0001", cover, FROM, TO, reason);
    }

    private static AbsenceDetails until(Instant end) {
        return new AbsenceDetails(
                LEAVE.absenceId(), "S-0001", "S-0009", FROM, end, AbsenceReason.LEAVE);
    }
}
