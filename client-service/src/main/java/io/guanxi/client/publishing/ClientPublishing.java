package io.guanxi.client.publishing;

import io.guanxi.client.client.AssignmentReason;
import io.guanxi.client.client.ClientEvent;
import io.guanxi.client.client.ClientEvent.AssignmentRefusedFull;
import io.guanxi.client.client.ClientEvent.BreakGlassOpened;
import io.guanxi.client.client.ClientEvent.ClientChanged;
import io.guanxi.client.client.ClientEvent.ClientErased;
import io.guanxi.client.client.ClientEvent.ClientRegistered;
import io.guanxi.client.client.ClientEvent.DuplicateReported;
import io.guanxi.client.client.ClientEvent.ManagerAssigned;
import io.guanxi.client.client.ClientEvent.MovedToUnit;
import io.guanxi.client.client.ClientRefusal;
import io.guanxi.client.client.ClientStream;
import io.guanxi.contracts.directory.ClientBookChanged;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Publishing;
import io.guanxi.kit.eventsourcing.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Clients by ids and codes, and whose they are. */
@ApplicationScoped
public class ClientPublishing implements Publishing<ClientEvent> {

    @Override
    public Aggregate<?, ?, ClientEvent> aggregate() {
        return ClientStream.CLIENT;
    }

    @Override
    public List<PublicEvent> publish(Recorded<ClientEvent> event) {
        return switch (event.event()) {
            case ClientRegistered e -> registered(e, event.occurredAt());
            case ClientChanged e ->
                    List.of(Announcement.clients(PublicClient.changed(e.clientId(), e.details())));
            case ClientErased e ->
                    List.of(
                            Announcement.clients(PublicClient.changed(e.clientId(), e.details())),
                            Announcement.clients(
                                    new io.guanxi.contracts.clients.ClientErased(
                                            e.clientId(), "REQUESTED")));
            case MovedToUnit e ->
                    List.of(unowned(e.clientId(), e.unitId(), e.since(), AssignmentReason.MOVED));
            case ManagerAssigned e -> List.of(assigned(e));
            case AssignmentRefusedFull e ->
                    List.of(
                            Announcement.clients(
                                    new io.guanxi.contracts.clients.AssignmentRefusedFull(
                                            e.clientId(),
                                            e.rmId(),
                                            e.byId(),
                                            ClientRefusal.PORTFOLIO_FULL.code(),
                                            e.at())));
            case BreakGlassOpened e ->
                    List.of(
                            Announcement.clients(
                                    new io.guanxi.contracts.clients.BreakGlassOpened(
                                            e.clientId(),
                                            e.rmId(),
                                            e.byId(),
                                            e.reasonCode(),
                                            e.at(),
                                            e.until())));
            case DuplicateReported e ->
                    List.of(
                            Announcement.clients(
                                    new io.guanxi.contracts.clients.DuplicateReported(
                                            e.clientId(),
                                            e.rmId(),
                                            e.byId(),
                                            e.reasonCode(),
                                            e.at())));
        };
    }

    private static List<PublicEvent> registered(ClientRegistered e, Instant at) {
        return List.of(
                Announcement.clients(PublicClient.registered(e.clientId(), e.details())),
                unowned(e.clientId(), e.unitId(), at, AssignmentReason.REGISTERED));
    }

    private static PublicEvent unowned(
            UUID clientId, String unitId, Instant since, AssignmentReason reason) {
        return Announcement.directory(
                new ClientBookChanged(clientId, null, null, unitId, since, reason.name()));
    }

    private static PublicEvent assigned(ManagerAssigned e) {
        return Announcement.directory(
                new ClientBookChanged(
                        e.clientId(),
                        e.rmId(),
                        e.previousRmId(),
                        e.unitId(),
                        e.since(),
                        e.reason().name()));
    }
}
