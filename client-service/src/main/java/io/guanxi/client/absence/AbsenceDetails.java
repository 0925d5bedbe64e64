package io.guanxi.client.absence;

import java.time.Instant;
import java.util.UUID;

/**
 * An absence.
 *
 * @param coverId who looks after the book meanwhile
 * @param from its first instant
 * @param to the first instant after it; the cover ends by itself
 */
public record AbsenceDetails(
        UUID absenceId,
        String staffId,
        String coverId,
        Instant from,
        Instant to,
        AbsenceReason reason) {

    /** It holds until it is cancelled, and never, if that is before it begins. */
    public AbsenceDetails cancelledAt(Instant at) {
        Instant end = at.isAfter(from) ? at : from;
        return new AbsenceDetails(
                absenceId, staffId, coverId, from, end.isBefore(to) ? end : to, reason);
    }
}
