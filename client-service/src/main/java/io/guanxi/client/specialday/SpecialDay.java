package io.guanxi.client.specialday;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A day on which a client is to be thought of.
 *
 * @param name who it is
 * @param occasion what is celebrated; null for a birthday
 * @param years how many years it is then; null if the year is not known
 */
record SpecialDay(
        LocalDate day, UUID clientId, String name, Kind kind, String occasion, Integer years) {

    /** Why it is special. */
    enum Kind {
        BIRTHDAY,
        CELEBRATION
    }
}
