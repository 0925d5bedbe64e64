package io.guanxi.client.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Who could see a client on a day. Systems and auditors see every client and are not listed; what
 * is personal an auditor sees by break-glass alone.
 */
record ClientAccess(UUID clientId, LocalDate on, List<Person> people) {

    /** Why somebody could see the client. */
    enum Reason {
        OWNER,
        COVER,
        SUPERVISOR,
        HEAD,
        BREAK_GLASS
    }

    /**
     * One person and one reason.
     *
     * @param via the person covered, or the unit looked after; null for the owner
     * @param from since when, at the earliest the beginning of the day
     * @param until just before when, at the latest the end of the day
     */
    record Person(String staffId, Reason as, String via, Instant from, Instant until) {}
}
