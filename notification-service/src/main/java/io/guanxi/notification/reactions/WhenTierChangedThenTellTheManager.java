package io.guanxi.notification.reactions;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.alerts.AlertKinds;
import io.guanxi.contracts.scores.TierChanged;
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

/** AL-03: a manager learns that a client has another tier; a first tier is no news. */
@ApplicationScoped
public class WhenTierChangedThenTellTheManager implements Reaction {
    private final Routing routing;

    WhenTierChangedThenTellTheManager(Routing routing) {
        this.routing = routing;
    }

    @Override
    public String name() {
        return "when-tier-changed-then-tell-the-manager";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.SCORES);
    }

    @Override
    public Set<String> types() {
        return Set.of(Contract.ceType(TierChanged.class));
    }

    @Override
    public Set<UUID> targets(InboundEvent event) {
        UUID client = UUID.fromString(event.key());
        return Set.of(Alerts.id(AlertKinds.TIER_CHANGED, client, event));
    }

    @Override
    public void react(InboundEvent event, Session session) {
        TierChanged change = event.as(TierChanged.class);
        if (change.previousTier() == null || change.previousTier() == change.tier()) {
            return;
        }
        UUID client = change.clientId();
        Addressed addressed =
                routing.aboutClient(
                        AlertKinds.TIER_CHANGED,
                        Band.of(change.tier()),
                        client,
                        session.context().recordedAt());
        session.execute(
                AlertStream.ALERT,
                Alerts.id(AlertKinds.TIER_CHANGED, client, event),
                new RaiseAlert(
                        Alerts.aboutClient(AlertKinds.TIER_CHANGED, client, event, addressed)));
    }
}
