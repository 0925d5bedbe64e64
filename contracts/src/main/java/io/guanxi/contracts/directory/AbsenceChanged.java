package io.guanxi.contracts.directory;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.time.Instant;
import java.util.UUID;

/**
 * An absence as it is now; the cover holds from {@code from} (inclusive) to {@code to} (exclusive),
 * judged by the clock, and ends by itself; one that is cancelled ends then. Key: the absence's
 * stream id.
 *
 * @param staffId code of who is away
 * @param coverId staff code of who covers their portfolio meanwhile
 */
@EventType(name = "absence-changed", description = "An absence and its cover as they are now.")
public record AbsenceChanged(
        UUID absenceId,
        String staffId,
        @MayBeAbsent String coverId,
        Instant from,
        Instant to,
        AbsenceState state) {}
