package io.guanxi.visit.reactions;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.directory.ClientBookChanged;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Reaction;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.visit.lifecycle.VisitCommand.ReassignVisit;
import io.guanxi.visit.lifecycle.VisitStream;
import io.guanxi.visit.lifecycle.VisitsToCome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A handover takes the visits still to come along. */
@ApplicationScoped
public class WhenClientBookChangedThenReassignVisits implements Reaction {
    private static final int REMEMBERED = 2_000;

    private final VisitsToCome visits;

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

    WhenClientBookChangedThenReassignVisits(VisitsToCome visits) {
        this.visits = visits;
    }

    @Override
    public String name() {
        return "when-client-book-changed-then-reassign-visits";
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
                book.rmId() == null || book.previousRmId() == null
                        ? Set.of()
                        : visits.of(book.clientId());
        locked.put(event.id(), targets);
        return targets;
    }

    @Override
    public void react(InboundEvent event, Session session) {
        ClientBookChanged book = event.as(ClientBookChanged.class);
        for (UUID visit : locked.getOrDefault(event.id(), Set.of())) {
            session.execute(
                    VisitStream.AGGREGATE, visit, new ReassignVisit(book.rmId(), book.reason()));
        }
    }
}
