package io.guanxi.client.privacy;

import io.guanxi.client.privacy.ErasureCommand.ConfirmErasure;
import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.clients.ClientErasureConfirmed;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Reaction;
import io.guanxi.kit.eventsourcing.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The topic says which service has forgotten; when all have, that is the certificate. */
@ApplicationScoped
public class WhenErasureConfirmedThenCertify implements Reaction {
    private static final Map<String, String> SERVICES =
            Map.of(
                    Topics.CLIENTS, "client-service",
                    Topics.VISITS, "visit-service",
                    Topics.SCORES, "scoring-service",
                    Topics.ALERTS, "notification-service");

    @Override
    public String name() {
        return "when-erasure-confirmed-then-certify";
    }

    @Override
    public Set<String> topics() {
        return SERVICES.keySet();
    }

    @Override
    public Set<String> types() {
        return Set.of(Contract.ceType(ClientErasureConfirmed.class));
    }

    @Override
    public Set<UUID> targets(InboundEvent event) {
        return Set.of(ErasureStream.of(UUID.fromString(event.key())));
    }

    @Override
    public void react(InboundEvent event, Session session) {
        UUID clientId = UUID.fromString(event.key());
        session.execute(
                ErasureStream.about(clientId),
                ErasureStream.of(clientId),
                new ConfirmErasure(
                        clientId,
                        SERVICES.get(event.topic()),
                        event.as(ClientErasureConfirmed.class).stores(),
                        session.context().recordedAt()));
    }
}
