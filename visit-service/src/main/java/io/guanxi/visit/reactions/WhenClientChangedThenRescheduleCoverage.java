package io.guanxi.visit.reactions;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.clients.ClientChanged;
import io.guanxi.contracts.clients.ClientFlag;
import io.guanxi.contracts.clients.ClientRegistered;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Reaction;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.visit.coverage.CoverageCommand.NoteFlags;
import io.guanxi.visit.coverage.CoverageStream;
import io.guanxi.visit.coverage.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** VI-04, VI-05: flags ask for visits, too. */
@ApplicationScoped
public class WhenClientChangedThenRescheduleCoverage implements Reaction {
    private static final String REGISTERED = Contract.ceType(ClientRegistered.class);

    private final Rules rules;

    WhenClientChangedThenRescheduleCoverage(Rules rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return "when-client-changed-then-reschedule-coverage";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.CLIENTS);
    }

    @Override
    public Set<String> types() {
        return Set.of(REGISTERED, Contract.ceType(ClientChanged.class));
    }

    @Override
    public Set<UUID> targets(InboundEvent event) {
        return Set.of(CoverageStream.of(clientId(event)));
    }

    @Override
    public void react(InboundEvent event, Session session) {
        UUID clientId = clientId(event);
        session.execute(
                CoverageStream.AGGREGATE,
                CoverageStream.of(clientId),
                new NoteFlags(
                        clientId,
                        flags(event).stream().map(ClientFlag::name).collect(Collectors.toSet()),
                        event.occurredAt(),
                        rules.now(),
                        session.context().recordedAt()));
    }

    private static UUID clientId(InboundEvent event) {
        return event.type().equals(REGISTERED)
                ? event.as(ClientRegistered.class).clientId()
                : event.as(ClientChanged.class).clientId();
    }

    private static List<ClientFlag> flags(InboundEvent event) {
        return event.type().equals(REGISTERED)
                ? event.as(ClientRegistered.class).flags()
                : event.as(ClientChanged.class).flags();
    }
}
