package io.guanxi.visit.publishing;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.obligations.ObligationChanged;
import io.guanxi.contracts.obligations.ObligationChanged.Basis;
import io.guanxi.contracts.obligations.ObligationClock;
import io.guanxi.contracts.obligations.ObligationResult;
import io.guanxi.contracts.obligations.ObligationState;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Publishing;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.visit.coverage.CoverageEvent;
import io.guanxi.visit.coverage.CoverageEvent.Fact;
import io.guanxi.visit.coverage.CoverageEvent.MonthsReckoned;
import io.guanxi.visit.coverage.CoverageEvent.ObligationJudged;
import io.guanxi.visit.coverage.CoverageEvent.ObligationMoved;
import io.guanxi.visit.coverage.CoverageStream;
import io.guanxi.visit.coverage.Obligation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What is owed, and how each date ended; the facts behind it are others' to publish. */
@ApplicationScoped
public class CoveragePublishing implements Publishing<CoverageEvent> {

    @Override
    public Aggregate<?, ?, CoverageEvent> aggregate() {
        return CoverageStream.AGGREGATE;
    }

    @Override
    public List<PublicEvent> publish(Recorded<CoverageEvent> recorded) {
        return switch (recorded.event()) {
            case ObligationMoved moved -> on(changed(moved.obligation()));
            case ObligationJudged judged -> on(judged(judged));
            case Fact _, MonthsReckoned _ -> List.of();
        };
    }

    private static List<PublicEvent> on(Object contract) {
        return List.of(
                new PublicEvent(Topics.VISITS, Contract.ceType(contract.getClass()), contract));
    }

    private static Object changed(Obligation o) {
        return new ObligationChanged(
                o.obligationId(),
                o.kind(),
                o.key(),
                o.clientId(),
                o.ownerId(),
                new Basis(o.row(), o.lastContactAt(), o.lastContactId(), null),
                o.openedAt(),
                o.warnAt(),
                o.dueAt(),
                ObligationClock.ELAPSED,
                o.open() ? ObligationState.OPEN : ObligationState.CANCELLED,
                null,
                null,
                null,
                o.settingsVersion());
    }

    private static Object judged(ObligationJudged j) {
        return new io.guanxi.contracts.obligations.ObligationJudged(
                j.obligationId(),
                j.kind(),
                j.clientId(),
                j.ownerId(),
                j.dueAt(),
                ObligationResult.valueOf(j.outcome().name()),
                j.metAt(),
                j.learnedAt());
    }
}
