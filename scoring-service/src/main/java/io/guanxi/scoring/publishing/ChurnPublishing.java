package io.guanxi.scoring.publishing;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.scores.ChurnRiskChanged;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Publishing;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.scoring.churn.Churn;
import io.guanxi.scoring.churn.ChurnEvent;
import io.guanxi.scoring.churn.ChurnReceipt;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class ChurnPublishing implements Publishing<ChurnEvent> {
    private static final String TYPE = Contract.ceType(ChurnRiskChanged.class);

    @Override
    public Aggregate<?, ?, ChurnEvent> aggregate() {
        return Churn.AGGREGATE;
    }

    @Override
    public List<PublicEvent> publish(Recorded<ChurnEvent> event) {
        return switch (event.event()) {
            case ChurnEvent.RiskChanged changed ->
                    List.of(new PublicEvent(Topics.SCORES, TYPE, told(changed)));
        };
    }

    private static ChurnRiskChanged told(ChurnEvent.RiskChanged changed) {
        ChurnReceipt receipt = changed.receipt();
        return new ChurnRiskChanged(
                changed.clientId(),
                changed.level(),
                changed.previousLevel(),
                receipt.risk(),
                receipt.reasons().stream()
                        .map(
                                term ->
                                        new ChurnRiskChanged.Reason(
                                                term.factor().name(), term.points()))
                        .toList(),
                receipt.missing().stream().map(Enum::name).toList(),
                receipt.modelVersion());
    }
}
