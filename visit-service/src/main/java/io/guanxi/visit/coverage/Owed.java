package io.guanxi.visit.coverage;

import io.guanxi.visit.coverage.CoverageEvent.ContactNoted;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A cadence running for a client.
 *
 * @param base what it is counted from: the last qualifying contact, else the assignment
 * @param contact null while it is counted from the assignment
 */
record Owed(Cadence cadence, Instant base, ContactNoted contact, LocalDate dueDay) {

    Instant dueAt(Reckoning reckoning) {
        return reckoning.endOf(dueDay);
    }

    Instant openedAt(Reckoning reckoning) {
        return reckoning.startOf(cadence.window().opens(reckoning.day(base), dueDay));
    }
}
