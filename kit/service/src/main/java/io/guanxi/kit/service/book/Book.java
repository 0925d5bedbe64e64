package io.guanxi.kit.service.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The one policy on whose clients somebody may see and record about. Commands, queries, lists,
 * counts, exports and feeds all ask here (or use the predicate of {@link BookScope}).
 */
@ApplicationScoped
public class Book {

    /** What the current caller may see now. */
    public BookScope scope() {
        throw new UnsupportedOperationException("Not built yet.");
    }

    /** What this person may see now, with these roles: for feeds and answers on their behalf. */
    public BookScope scopeOf(
            String personId, Collection<io.guanxi.kit.service.security.Role> roles) {
        throw new UnsupportedOperationException("Not built yet.");
    }

    /**
     * Insists that the current caller may see the client.
     *
     * @throws io.guanxi.kit.service.http.Problem 404 {@code client.unknown}, the same for a client
     *     outside the book and for one that does not exist
     */
    public void requireReadable(UUID clientId) {
        throw new UnsupportedOperationException("Not built yet.");
    }

    public boolean readable(UUID clientId) {
        throw new UnsupportedOperationException("Not built yet.");
    }

    /**
     * Whether the current caller may record a visit of this manager at this client, by the book as
     * it stood at the visit's instant: the owner, who covered the owner, a joint visitor or a
     * supervisor then.
     *
     * @param rmId who visited
     * @param at when, by the visit (not by the device's operation)
     * @param joint the joint visitors as the visit was planned; never from an unplanned visit's own
     *     report, or naming oneself would open every book
     */
    public boolean mayRecord(UUID clientId, String rmId, Instant at, Collection<String> joint) {
        throw new UnsupportedOperationException("Not built yet.");
    }

    public Optional<BookClient> client(UUID clientId) {
        throw new UnsupportedOperationException("Not built yet.");
    }

    public Optional<BookStaff> staff(String staffId) {
        throw new UnsupportedOperationException("Not built yet.");
    }

    /** The chain of supervisors above somebody, nearest first. */
    public List<String> supervisors(String staffId) {
        throw new UnsupportedOperationException("Not built yet.");
    }

    /** Whether this service has heard of the client. */
    public boolean knows(UUID clientId) {
        throw new UnsupportedOperationException("Not built yet.");
    }
}
