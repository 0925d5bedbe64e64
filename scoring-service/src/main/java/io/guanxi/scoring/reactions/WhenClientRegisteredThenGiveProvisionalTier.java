package io.guanxi.scoring.reactions;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.clients.ClientRegistered;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Reaction;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.service.settings.Settings;
import io.guanxi.scoring.tiers.Standing;
import io.guanxi.scoring.tiers.TierCommand.GiveProvisionalTier;
import io.guanxi.scoring.value.ValueModels;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** A new client is C until a run ranks it. */
@ApplicationScoped
class WhenClientRegisteredThenGiveProvisionalTier implements Reaction {
    private final Settings settings;

    WhenClientRegisteredThenGiveProvisionalTier(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "provisional-tier";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.CLIENTS);
    }

    @Override
    public Set<String> types() {
        return Set.of(Contract.ceType(ClientRegistered.class));
    }

    @Override
    public Set<UUID> targets(InboundEvent event) {
        return Set.of(Standing.stream(event.as(ClientRegistered.class).clientId()));
    }

    @Override
    public void react(InboundEvent event, Session session) {
        ClientRegistered client = event.as(ClientRegistered.class);
        String model =
                settings.get(ValueModels.NAME, ValueModels.class).model(client.kind()).version();
        session.execute(
                Standing.AGGREGATE,
                Standing.stream(client.clientId()),
                new GiveProvisionalTier(
                        client.clientId(), client.kind(), model, event.occurredAt()));
    }
}
