package io.guanxi.visit.reactions;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.directory.ClientBookChanged;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Reaction;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.visit.lifecycle.VisitCommand.ReassignVisit;
import io.guanxi.visit.lifecycle.VisitStream;
import io.guanxi.visit.lifecycle.VisitsToCome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * A handover takes the visits still to come along. While nobody owns the client they stay as they
 * are, for the unit to see to, and pass to the next owner.
 */
@ApplicationScoped
public class WhenClientBookChangedThenReassignVisits implements Reaction {
    private static final Logger LOG =
            Logger.getLogger(WhenClientBookChangedThenReassignVisits.class);
    private static final String NAME = "when-client-book-changed-then-reassign-visits";
    private static final String ACTOR = "svc:visit-service/" + NAME;
    private static final int REMEMBERED = 2_000;

    /** A transaction has seconds; a client with more visits to come is handed over in pages. */
    private static final int AT_ONCE = 200;

    private final VisitsToCome visits;
    private final EventStore store;
    private final BusinessClock clock;

    /** What was locked for an event; a visit planned since then is the new owner's anyway. */
    private final Map<UUID, Set<UUID>> locked =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<UUID, Set<UUID>> eldest) {
                            return size() > REMEMBERED;
                        }
                    });

    WhenClientBookChangedThenReassignVisits(
            VisitsToCome visits, EventStore store, BusinessClock clock) {
        this.visits = visits;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.DIRECTORY);
    }

    @Override
    public Set<String> types() {
        return Set.of(Contract.ceType(ClientBookChanged.class));
    }

    @Override
    public Set<UUID> targets(InboundEvent event) {
        ClientBookChanged book = event.as(ClientBookChanged.class);
        Set<UUID> targets =
                book.rmId() == null ? Set.of() : visits.of(book.clientId(), AT_ONCE + 1);
        if (targets.size() > AT_ONCE) {
            reassignInPages(book, event);
            targets = Set.of();
        }
        locked.put(event.id(), targets);
        return targets;
    }

    /**
     * In transactions of their own, before the batch's: what has passed stays so whatever becomes
     * of the batch, and is not found again. A page that stays as it was is nobody's to reassign.
     */
    private void reassignInPages(ClientBookChanged book, InboundEvent event) {
        Set<UUID> before = Set.of();
        Set<UUID> page = next(book);
        while (!page.isEmpty() && !page.equals(before)) {
            Set<UUID> some = page;
            before = page;
            store.execute(
                    CommandContext.of(Uuids.v7(), ACTOR, clock.now()).occurring(event.occurredAt()),
                    some.iterator().next(),
                    session -> {
                        session.preload(some);
                        reassign(session, some, book);
                    });
            page = next(book);
        }
        if (!page.isEmpty()) {
            LOG.warnf("Visits to come of client %s do not pass to their owner", book.clientId());
        }
    }

    private Set<UUID> next(ClientBookChanged book) {
        return visits.notBy(book.rmId(), book.clientId(), AT_ONCE);
    }

    @Override
    public void react(InboundEvent event, Session session) {
        reassign(
                session,
                locked.getOrDefault(event.id(), Set.of()),
                event.as(ClientBookChanged.class));
    }

    private static void reassign(Session session, Set<UUID> targets, ClientBookChanged book) {
        ReassignVisit command = new ReassignVisit(book.rmId(), book.reason());
        targets.forEach(visit -> session.execute(VisitStream.AGGREGATE, visit, command));
    }
}
