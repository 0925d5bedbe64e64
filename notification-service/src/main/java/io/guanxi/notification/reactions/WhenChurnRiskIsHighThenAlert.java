package io.guanxi.notification.reactions;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.alerts.AlertKinds;
import io.guanxi.contracts.scores.ChurnRiskChanged;
import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.contracts.scores.TierChanged;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Reaction;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.service.runtime.Unpublished;
import io.guanxi.notification.alert.AlertCommand.RaiseAlert;
import io.guanxi.notification.alert.AlertStream;
import io.guanxi.notification.routing.Band;
import io.guanxi.notification.routing.Routing;
import io.guanxi.notification.routing.Routing.Addressed;
import io.guanxi.notification.standing.Standing;
import io.guanxi.notification.standing.StandingCommand;
import io.guanxi.notification.standing.StandingCommand.LearnBand;
import io.guanxi.notification.standing.StandingCommand.LearnRisk;
import io.guanxi.notification.standing.StandingStream;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/**
 * A client about to leave is told to its manager, an A or B client to the supervisor as well
 * (CH-05). It listens to tiers too: a client at risk that turns out to be an A or B client is told
 * again, for its first alert went to the manager alone.
 */
@ApplicationScoped
public class WhenChurnRiskIsHighThenAlert implements Reaction, Unpublished {
    private static final String RISK = Contract.ceType(ChurnRiskChanged.class);
    private static final String TIER = Contract.ceType(TierChanged.class);

    private final Routing routing;

    WhenChurnRiskIsHighThenAlert(Routing routing) {
        this.routing = routing;
    }

    @Override
    public Aggregate<?, ?, ?> aggregate() {
        return StandingStream.STANDING;
    }

    @Override
    public String name() {
        return "when-churn-risk-is-high-then-alert";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.SCORES);
    }

    @Override
    public Set<String> types() {
        return Set.of(RISK, TIER);
    }

    @Override
    public Set<UUID> targets(InboundEvent event) {
        UUID client = UUID.fromString(event.key());
        return Set.of(StandingStream.of(client), Alerts.id(AlertKinds.CHURN_HIGH, client, event));
    }

    @Override
    public void react(InboundEvent event, Session session) {
        UUID client = UUID.fromString(event.key());
        UUID stream = StandingStream.of(client);
        Standing before = session.load(StandingStream.STANDING, stream).state();
        Standing after = session.execute(StandingStream.STANDING, stream, learned(event, client));
        boolean worse =
                (after.highRisk() && !before.highRisk())
                        || (after.valuableAtRisk() && !before.valuableAtRisk());
        if (worse) {
            alert(event, client, after, session);
        }
    }

    private static StandingCommand learned(InboundEvent event, UUID client) {
        if (event.type().equals(TIER)) {
            return new LearnBand(client, Band.of(event.as(TierChanged.class).tier()));
        }
        return new LearnRisk(client, event.as(ChurnRiskChanged.class).level() == RiskLevel.HIGH);
    }

    private void alert(InboundEvent event, UUID client, Standing standing, Session session) {
        Addressed addressed =
                routing.aboutClient(
                        AlertKinds.CHURN_HIGH,
                        standing.band(),
                        client,
                        session.context().recordedAt());
        session.execute(
                AlertStream.ALERT,
                Alerts.id(AlertKinds.CHURN_HIGH, client, event),
                new RaiseAlert(
                        Alerts.aboutClient(AlertKinds.CHURN_HIGH, client, event, addressed)));
    }
}
