package io.guanxi.kit.service.personal;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.clients.ClientErasureConfirmed;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Publishing;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.kit.service.personal.MemoryEvent.ClientForgotten;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Confirms on the service's own topic that it has forgotten. */
@ApplicationScoped
public class MemoryPublishing implements Publishing<MemoryEvent> {
    private final String topic;

    MemoryPublishing(@ConfigProperty(name = "guanxi.service") String service) {
        this.topic =
                switch (service) {
                    case "visit-service" -> Topics.VISITS;
                    case "scoring-service" -> Topics.SCORES;
                    case "notification-service" -> Topics.ALERTS;
                    default -> Topics.CLIENTS;
                };
    }

    @Override
    public Aggregate<?, ?, MemoryEvent> aggregate() {
        return MemoryStream.MEMORY;
    }

    @Override
    public List<PublicEvent> publish(Recorded<MemoryEvent> recorded) {
        return switch (recorded.event()) {
            case ClientForgotten(var clientId, var stores) ->
                    List.of(
                            new PublicEvent(
                                    topic,
                                    Contract.ceType(ClientErasureConfirmed.class),
                                    new ClientErasureConfirmed(clientId, stores)));
        };
    }
}
