package io.guanxi.notification.reactions;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.alerts.AlertKinds;
import io.guanxi.contracts.clients.BreakGlassOpened;
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

/**
 * Whoever opens personal data outside the book is known to the supervisor of the client's manager.
 */
@ApplicationScoped
public class WhenBreakGlassOpenedThenAlert implements Reaction {
    private final Routing routing;

    WhenBreakGlassOpenedThenAlert(Routing routing) {
        this.routing = routing;
    }

    @Override
    public String name() {
        return "when-break-glass-opened-then-alert";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.CLIENTS);
    }

    @Override
    public Set<String> types() {
        return Set.of(Contract.ceType(BreakGlassOpened.class));
    }

    @Override
    public Set<UUID> targets(InboundEvent event) {
        return Set.of(
                Alerts.id(AlertKinds.BREAK_GLASS_OPENED, UUID.fromString(event.key()), event));
    }

    @Override
    public void react(InboundEvent event, Session session) {
        UUID client = event.as(BreakGlassOpened.class).clientId();
        Addressed addressed =
                routing.aboutClient(
                        AlertKinds.BREAK_GLASS_OPENED,
                        Band.OTHER,
                        client,
                        session.context().recordedAt());
        session.execute(
                AlertStream.ALERT,
                Alerts.id(AlertKinds.BREAK_GLASS_OPENED, client, event),
                new RaiseAlert(
                        Alerts.aboutClient(
                                AlertKinds.BREAK_GLASS_OPENED, client, event, addressed)));
    }
}
