package io.guanxi.kit.service.reckoning;

import io.guanxi.kit.eventsourcing.Session;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Something whose dates follow settings or calendars: a kind of obligation, above all. A service
 * makes it a bean; whenever the rules have changed, every subject is reckoned afresh.
 */
public interface Reckoned {

    /** Its own name within the service, for ever. */
    String name();

    /** The settings that its dates follow. */
    Set<String> settings();

    /** Whether they follow the calendars of working days, too. */
    boolean followsCalendars();

    /**
     * Who may be concerned, in a fixed order.
     *
     * @param after the last one of the call before; null at the beginning
     * @return at most so many; none at the end
     */
    List<String> subjects(String after, int limit);

    /** The stream of a subject. */
    UUID stream(String subject);

    /**
     * Reckons a subject by the rules in force now and records what moved, and nothing else. May
     * come twice.
     */
    void reckon(String subject, Session session);
}
