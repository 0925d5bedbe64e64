package io.guanxi.kit.service.book;

import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.Role;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The one policy on whose clients somebody may see and record about. Commands, queries, lists,
 * counts, exports and feeds all ask here (or use the predicate of {@link BookScope}).
 */
@ApplicationScoped
public class Book {
    private final BookTables tables;
    private final Caller caller;
    private final BusinessClock clock;

    Book(BookTables tables, Caller caller, BusinessClock clock) {
        this.tables = tables;
        this.caller = caller;
        this.clock = clock;
    }

    /** What the current caller may see now. */
    public BookScope scope() {
        return scope(caller.id(), caller.roles(), caller::covers);
    }

    /**
     * What this person may see now, with these roles (effective ones, see {@link
     * io.guanxi.kit.service.security.EffectiveRoles}): for feeds and answers on their behalf.
     */
    public BookScope scopeOf(String personId, Collection<Role> roles) {
        return scope(personId, roles, () -> tables.coveredBy(personId, clock.now()));
    }

    private BookScope scope(String personId, Collection<Role> roles, Supplier<Set<String>> covers) {
        if (roles.contains(Role.SYSTEM) || roles.contains(Role.AUDITOR)) {
            return BookScope.EVERYTHING;
        }
        if (roles.stream().noneMatch(Role::needsStaff)) {
            return BookScope.NOTHING;
        }
        Set<String> rms = new HashSet<>(covers.get());
        rms.add(personId);
        Set<String> units = Set.of();
        if (supervises(roles)) {
            units = tables.subtree(personId);
            rms.addAll(tables.staffOf(units));
        }
        return new BookScope(false, rms, units);
    }

    /**
     * Insists that the current caller may see the client.
     *
     * @throws Problem 404 {@code client.unknown}, the same for a client outside the book and for
     *     one that does not exist
     */
    public void requireReadable(UUID clientId) {
        if (!readable(clientId)) {
            throw Problem.notFound("client.unknown");
        }
    }

    /** Whether the client exists and the current caller may see it. */
    public boolean readable(UUID clientId) {
        // The same questions to the database in both cases: a foreign client takes as long as an
        // unknown one.
        BookScope scope = scope();
        return tables.place(clientId).filter(scope::covers).isPresent();
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
        Optional<BookClient> client = tables.client(clientId);
        if (client.isEmpty()) {
            return false;
        }
        if (caller.is(Role.SYSTEM)) {
            return true;
        }
        Optional<BookClient.Owned> owned = client.get().at(at);
        return owned.isPresent()
                && entitled(caller.id(), owned.get(), at, joint)
                && (caller.id().equals(rmId) || entitled(rmId, owned.get(), at, joint));
    }

    public Optional<BookClient> client(UUID clientId) {
        return tables.client(clientId);
    }

    public Optional<BookStaff> staff(String staffId) {
        return tables.staff(staffId);
    }

    public boolean unitExists(String unitId) {
        return tables.unitExists(unitId);
    }

    /** The chain of supervisors above somebody, nearest first, without those who have left. */
    public List<String> supervisors(String staffId) {
        return tables.supervisors(staffId);
    }

    /** Whether this service has heard of the client. */
    public boolean knows(UUID clientId) {
        return tables.client(clientId).isPresent();
    }

    private boolean entitled(
            String person, BookClient.Owned owned, Instant at, Collection<String> joint) {
        return person.equals(owned.rmId())
                || joint.contains(person)
                || (owned.rmId() != null && tables.coveredBy(person, at).contains(owned.rmId()))
                || supervised(person, owned);
    }

    private boolean supervised(String person, BookClient.Owned owned) {
        return tables.staff(person)
                .filter(staff -> staff.active() && supervises(roles(staff)))
                .filter(_ -> tables.subtree(person).contains(owned.unitId()))
                .isPresent();
    }

    private static List<Role> roles(BookStaff staff) {
        return staff.roles().stream().flatMap(group -> Role.ofGroup(group).stream()).toList();
    }

    private static boolean supervises(Collection<Role> roles) {
        return roles.contains(Role.SUPERVISOR) || roles.contains(Role.HEAD);
    }
}
