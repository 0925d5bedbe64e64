package io.guanxi.visit.reactions;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.clients.ClientClosed;
import io.guanxi.contracts.clients.ClientErased;
import io.guanxi.contracts.clients.ClientMerged;
import io.guanxi.contracts.clients.ClientReopened;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Reaction;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.visit.coverage.CoverageCommand.NoteStanding;
import io.guanxi.visit.coverage.CoverageStream;
import io.guanxi.visit.coverage.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** A relationship that ended is owed nothing until it is taken up again. */
@ApplicationScoped
public class WhenClientLeftThenOweNothing implements Reaction {
    private static final String REOPENED = Contract.ceType(ClientReopened.class);

    private final Rules rules;

    WhenClientLeftThenOweNothing(Rules rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return "when-client-left-then-owe-nothing";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.CLIENTS);
    }

    @Override
    public Set<String> types() {
        return Set.of(
                REOPENED,
                Contract.ceType(ClientClosed.class),
                Contract.ceType(ClientMerged.class),
                Contract.ceType(ClientErased.class));
    }

    @Override
    public Set<UUID> targets(InboundEvent event) {
        return Set.of(CoverageStream.of(UUID.fromString(event.key())));
    }

    @Override
    public void react(InboundEvent event, Session session) {
        UUID clientId = UUID.fromString(event.key());
        session.execute(
                CoverageStream.AGGREGATE,
                CoverageStream.of(clientId),
                new NoteStanding(
                        clientId,
                        event.type().equals(REOPENED),
                        event.occurredAt(),
                        rules.now(),
                        session.context().recordedAt()));
    }
}
