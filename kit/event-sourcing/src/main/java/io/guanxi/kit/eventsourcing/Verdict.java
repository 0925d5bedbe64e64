package io.guanxi.kit.eventsourcing;

import java.util.UUID;

/** What became of one append. */
sealed interface Verdict {

    /**
     * Stored.
     *
     * @param position of its last event, 0 if it has none
     */
    record Won(long position) implements Verdict {}

    /** The command was carried out before. */
    record Replayed(UUID stream, int version, int status, byte[] requestHash) implements Verdict {}

    /** A stream has moved since it was loaded. */
    record Conflict() implements Verdict {}

    /**
     * Refused by a reservation.
     *
     * @param index of the reservation that another owner holds
     */
    record Taken(int index) implements Verdict {}
}
