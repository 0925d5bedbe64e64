package io.guanxi.notification.reactions;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.alerts.AlertKinds;
import io.guanxi.contracts.clients.AssignmentRefusedFull;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Reaction;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.notification.alert.AlertCommand.RaiseAlert;
import io.guanxi.notification.alert.AlertStream;
import io.guanxi.notification.routing.Routing;
import io.guanxi.notification.routing.Routing.Addressed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** AL-05, scenario 10: a full portfolio is told to its manager, and to who can add managers. */
@ApplicationScoped
public class WhenPortfolioIsFullThenAlert implements Reaction {
    private final Routing routing;

    WhenPortfolioIsFullThenAlert(Routing routing) {
        this.routing = routing;
    }

    @Override
    public String name() {
        return "when-portfolio-is-full-then-alert";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.CLIENTS);
    }

    @Override
    public Set<String> types() {
        return Set.of(Contract.ceType(AssignmentRefusedFull.class));
    }

    @Override
    public Set<UUID> targets(InboundEvent event) {
        UUID client = UUID.fromString(event.key());
        return Set.of(Alerts.id(AlertKinds.PORTFOLIO_FULL, client, event));
    }

    @Override
    public void react(InboundEvent event, Session session) {
        AssignmentRefusedFull refused = event.as(AssignmentRefusedFull.class);
        if (refused.rmId() == null) {
            return;
        }
        Addressed addressed =
                routing.aboutStaff(
                        AlertKinds.PORTFOLIO_FULL, refused.rmId(), session.context().recordedAt());
        session.execute(
                AlertStream.ALERT,
                Alerts.id(AlertKinds.PORTFOLIO_FULL, refused.clientId(), event),
                new RaiseAlert(
                        Alerts.raised(
                                AlertKinds.PORTFOLIO_FULL,
                                refused.clientId(),
                                "staff",
                                refused.rmId(),
                                event,
                                addressed)));
    }
}
