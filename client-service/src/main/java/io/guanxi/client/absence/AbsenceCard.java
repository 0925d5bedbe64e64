package io.guanxi.client.absence;

import java.time.Instant;
import java.util.UUID;

/**
 * An absence as shown.
 *
 * @param reason null in lists
 * @param state ACTIVE or CANCELLED; whether it has begun or ended is for the clock to say
 */
record AbsenceCard(
        UUID id,
        String staffId,
        Instant from,
        Instant to,
        AbsenceReason reason,
        String coverId,
        String state) {

    static AbsenceCard of(AbsenceDetails absence, String state) {
        return new AbsenceCard(
                absence.absenceId(),
                absence.staffId(),
                absence.from(),
                absence.to(),
                absence.reason(),
                absence.coverId(),
                state);
    }
}
