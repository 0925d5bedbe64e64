package io.guanxi.visit.reactions;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.scores.TierChanged;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.kit.eventsourcing.Reaction;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.visit.coverage.CoverageCommand.NoteTier;
import io.guanxi.visit.coverage.CoverageStream;
import io.guanxi.visit.coverage.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** VI-06: the tier decides how often a client is seen. */
@ApplicationScoped
public class WhenTierChangedThenRescheduleCoverage implements Reaction {
    private final Rules rules;

    WhenTierChangedThenRescheduleCoverage(Rules rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return "when-tier-changed-then-reschedule-coverage";
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
        return Set.of(CoverageStream.of(event.as(TierChanged.class).clientId()));
    }

    @Override
    public void react(InboundEvent event, Session session) {
        TierChanged changed = event.as(TierChanged.class);
        session.execute(
                CoverageStream.AGGREGATE,
                CoverageStream.of(changed.clientId()),
                new NoteTier(
                        changed.clientId(),
                        changed.tier().name(),
                        event.occurredAt(),
                        rules.now(),
                        session.context().recordedAt()));
    }
}
