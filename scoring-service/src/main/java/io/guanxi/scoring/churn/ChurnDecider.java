package io.guanxi.scoring.churn;

import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.kit.eventsourcing.Decider;
import io.guanxi.kit.eventsourcing.Decision;
import java.math.BigDecimal;

/** When a risk is told: another level, or a move of the model's points. */
public final class ChurnDecider implements Decider<AssessChurn, Churn, ChurnEvent> {

    @Override
    public Churn initialState() {
        return Churn.UNTOLD;
    }

    @Override
    public Decision<ChurnEvent> decide(AssessChurn command, Churn churn) {
        RiskLevel level = level(command, churn.level());
        return isNews(command, churn, level)
                ? Decision.accept(
                        new ChurnEvent.RiskChanged(
                                command.clientId(), level, churn.level(), command.receipt()))
                : Decision.accept();
    }

    static RiskLevel level(AssessChurn command, RiskLevel told) {
        return new ChurnFormula(command.model()).level(command.risk(), told);
    }

    static boolean isNews(AssessChurn command, Churn churn, RiskLevel level) {
        if (churn.level() == null) {
            return level != RiskLevel.NOT_ENOUGH_DATA;
        }
        if (level != churn.level()) {
            return true;
        }
        if (level == RiskLevel.NOT_ENOUGH_DATA) {
            return false;
        }
        BigDecimal moved = command.risk().risk().subtract(churn.risk()).abs();
        return moved.compareTo(command.model().publishDelta()) >= 0;
    }

    @Override
    public Churn evolve(Churn churn, ChurnEvent event) {
        return switch (event) {
            case ChurnEvent.RiskChanged(var client, var level, _, var receipt) ->
                    new Churn(client, level, receipt.risk());
        };
    }
}
