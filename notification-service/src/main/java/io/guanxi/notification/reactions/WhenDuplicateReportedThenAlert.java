package io.guanxi.notification.reactions;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.alerts.AlertKinds;
import io.guanxi.contracts.clients.DuplicateReported;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Reaction;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.notification.alert.AlertCommand.RaiseAlert;
import io.guanxi.notification.alert.AlertStream;
import io.guanxi.notification.routing.Band;
import io.guanxi.notification.routing.Routing;
import io.guanxi.notification.routing.Routing.Addressed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Somebody else knows a client of the unit: a task for the supervisor of its manager. */
@ApplicationScoped
public class WhenDuplicateReportedThenAlert implements Reaction {
    private final Routing routing;

    WhenDuplicateReportedThenAlert(Routing routing) {
        this.routing = routing;
    }

    @Override
    public String name() {
        return "when-duplicate-reported-then-alert";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.CLIENTS);
    }

    @Override
    public Set<String> types() {
        return Set.of(Contract.ceType(DuplicateReported.class));
    }

    @Override
    public Set<UUID> targets(InboundEvent event) {
        return Set.of(
                Alerts.id(AlertKinds.DUPLICATE_REPORTED, UUID.fromString(event.key()), event));
    }

    @Override
    public void react(InboundEvent event, Session session) {
        UUID client = event.as(DuplicateReported.class).clientId();
        Addressed addressed =
                routing.aboutClient(
                        AlertKinds.DUPLICATE_REPORTED,
                        Band.OTHER,
                        client,
                        session.context().recordedAt());
        session.execute(
                AlertStream.ALERT,
                Alerts.id(AlertKinds.DUPLICATE_REPORTED, client, event),
                new RaiseAlert(
                        Alerts.aboutClient(
                                AlertKinds.DUPLICATE_REPORTED, client, event, addressed)));
    }
}
