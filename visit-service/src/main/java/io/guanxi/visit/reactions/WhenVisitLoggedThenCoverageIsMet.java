package io.guanxi.visit.reactions;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.visits.VisitLogged;
import io.guanxi.contracts.visits.VisitStarted;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Reaction;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.visit.Channel;
import io.guanxi.visit.coverage.CoverageCommand;
import io.guanxi.visit.coverage.CoverageCommand.NoteContact;
import io.guanxi.visit.coverage.CoverageCommand.NoteStart;
import io.guanxi.visit.coverage.CoverageStream;
import io.guanxi.visit.coverage.Rules;
import io.guanxi.visit.lifecycle.Flags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** A logged visit is a contact; a start that comes after its log may move it in time. */
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
        return Set.of(CoverageStream.of(UUID.fromString(event.key())));
    }

    @Override
    public void react(InboundEvent event, Session session) {
        CoverageCommand command =
                event.type().equals(LOGGED)
                        ? contact(event.as(VisitLogged.class), session)
                        : start(event.as(VisitStarted.class), session);
        if (command != null) {
            session.execute(
                    CoverageStream.AGGREGATE, CoverageStream.of(command.clientId()), command);
        }
    }

    private CoverageCommand contact(VisitLogged logged, Session session) {
        return new NoteContact(
                logged.clientId(),
                logged.visitId(),
                Channel.valueOf(logged.channel().name()),
                logged.at(),
                rules.now(),
                session.context().recordedAt());
    }

    private CoverageCommand start(VisitStarted started, Session session) {
        return started.flags().contains(Flags.AFTER_LOG)
                ? new NoteStart(
                        started.clientId(),
                        started.visitId(),
                        started.at(),
                        rules.now(),
                        session.context().recordedAt())
                : null;
    }
}
