package io.guanxi.visit.intake;

import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Past;
import io.guanxi.kit.eventsourcing.Session.Loaded;
import io.guanxi.kit.service.book.BreakGlass;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.past.Changes;
import io.guanxi.kit.service.past.ChangesQuery;
import io.guanxi.kit.service.past.FieldChange;
import io.guanxi.kit.service.past.HistoryEntry;
import io.guanxi.kit.service.personal.PersonalReads;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.Role;
import io.guanxi.visit.lifecycle.Visit;
import io.guanxi.visit.lifecycle.VisitStream;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A visit as it is and as it was. Who reads the words is noted; audit reads codes, and words where
 * break-glass opened the client.
 */
@ApplicationScoped
class VisitPast {
    static final String UNKNOWN = "visit.unknown";
    private static final Set<String> WORDS = Set.of("place", "note", "said");

    private final EventStore store;
    private final Caller caller;
    private final BreakGlass breakGlass;
    private final PersonalReads reads;

    VisitPast(EventStore store, Caller caller, BreakGlass breakGlass, PersonalReads reads) {
        this.store = store;
        this.caller = caller;
        this.breakGlass = breakGlass;
        this.reads = reads;
    }

    /** The visit and its version; 404 if there was none then. */
    Loaded<VisitDocument> read(KnownVisit visit, Past past) {
        Loaded<Visit> loaded = store.load(VisitStream.AGGREGATE, visit.visitId(), past);
        if (!loaded.state().exists()) {
            throw Problem.notFound(UNKNOWN);
        }
        boolean words = mayRead(visit.clientId(), "visit");
        return new Loaded<>(shown(visit.visitId(), loaded.state(), words), loaded.version());
    }

    /** The visit as a command left it, which shows more than was sent. */
    VisitDocument answered(UUID id, Visit visit) {
        return shown(id, visit, mayRead(visit.clientId(), "visit"));
    }

    /** The fields that differ between two instants; all of them if there was no visit before. */
    Changes changes(KnownVisit visit, ChangesQuery query) {
        boolean words = mayRead(visit.clientId(), "visit-changes");
        return new Changes(
                FieldChange.between(
                        then(visit.visitId(), query.before(), words),
                        then(visit.visitId(), query.after(), words)));
    }

    /** A page of its events. */
    Page<HistoryEntry> history(KnownVisit visit, Paging paging) {
        boolean words = mayRead(visit.clientId(), "visit-history");
        return HistoryEntry.page(store, VisitStream.AGGREGATE, visit.visitId(), paging)
                .map(entry -> words ? entry : entry.without(WORDS));
    }

    private VisitDocument then(UUID id, Past past, boolean words) {
        return shown(id, store.load(VisitStream.AGGREGATE, id, past).state(), words);
    }

    private static VisitDocument shown(UUID id, Visit visit, boolean words) {
        if (!visit.exists()) {
            return null;
        }
        VisitDocument document = VisitDocument.of(id, visit);
        return words ? document : document.withoutWords();
    }

    private boolean mayRead(UUID clientId, String operation) {
        boolean words =
                caller.is(Role.RM, Role.SUPERVISOR, Role.HEAD, Role.SYSTEM)
                        || breakGlass.isOpen(clientId, caller.id());
        if (words) {
            reads.note(operation, null, List.of(clientId));
        }
        return words;
    }
}
