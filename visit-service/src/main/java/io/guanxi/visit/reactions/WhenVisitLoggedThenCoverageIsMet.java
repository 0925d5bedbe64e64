package io.guanxi.visit.reactions;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.visits.VisitLogged;
import io.guanxi.contracts.visits.VisitStarted;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Reaction;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.visit.coverage.CoverageCommand.NoteContact;
import io.guanxi.visit.coverage.CoverageStream;
import io.guanxi.visit.coverage.Rules;
import io.guanxi.visit.lifecycle.Flags;
import io.guanxi.visit.lifecycle.Visit;
import io.guanxi.visit.lifecycle.VisitStream;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** A logged visit is a contact; what is reported of it later may move it in time. */
@ApplicationScoped
public class WhenVisitLoggedThenCoverageIsMet implements Reaction {
    private static final String LOGGED = Contract.ceType(VisitLogged.class);
    private static final String STARTED = Contract.ceType(VisitStarted.class);

    private final Rules rules;

    WhenVisitLoggedThenCoverageIsMet(Rules rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return "when-visit-logged-then-coverage-is-met";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.VISITS);
    }

    @Override
    public Set<String> types() {
        return Set.of(LOGGED, STARTED);
    }

    @Override
    public Set<UUID> targets(InboundEvent event) {
        UUID visit = visit(event);
        return visit == null
                ? Set.of()
                : Set.of(visit, CoverageStream.of(UUID.fromString(event.key())));
    }

    /** What the visit says now, so that it and the coverage cannot differ. */
    @Override
    public void react(InboundEvent event, Session session) {
        UUID visitId = visit(event);
        if (visitId == null) {
            return;
        }
        Visit visit = session.load(VisitStream.AGGREGATE, visitId).state();
        session.execute(
                CoverageStream.AGGREGATE,
                CoverageStream.of(visit.clientId()),
                new NoteContact(
                        visit.clientId(),
                        visitId,
                        visit.logged().content().channel(),
                        visit.began(),
                        rules.now(),
                        session.context().recordedAt()));
    }

    /** Null for a start before the log: the log will tell of it. */
    private static UUID visit(InboundEvent event) {
        if (event.type().equals(LOGGED)) {
            return event.as(VisitLogged.class).visitId();
        }
        VisitStarted started = event.as(VisitStarted.class);
        return started.flags().contains(Flags.AFTER_LOG) ? started.visitId() : null;
    }
}
