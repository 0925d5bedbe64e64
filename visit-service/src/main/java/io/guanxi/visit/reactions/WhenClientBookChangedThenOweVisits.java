package io.guanxi.visit.reactions;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.directory.ClientBookChanged;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Reaction;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.visit.coverage.CoverageCommand.NoteOwner;
import io.guanxi.visit.coverage.CoverageStream;
import io.guanxi.visit.coverage.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Whoever looks after a client owes it visits; a handover restarts nothing. */
@ApplicationScoped
public class WhenClientBookChangedThenOweVisits implements Reaction {
    private final Rules rules;

    WhenClientBookChangedThenOweVisits(Rules rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return "when-client-book-changed-then-owe-visits";
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
        return Set.of(CoverageStream.of(event.as(ClientBookChanged.class).clientId()));
    }

    @Override
    public void react(InboundEvent event, Session session) {
        ClientBookChanged book = event.as(ClientBookChanged.class);
        session.execute(
                CoverageStream.AGGREGATE,
                CoverageStream.of(book.clientId()),
                new NoteOwner(
                        book.clientId(),
                        book.rmId(),
                        book.unitId(),
                        book.since(),
                        rules.now(),
                        session.context().recordedAt()));
    }
}
