package io.guanxi.scoring.churn;

import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.Recorded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** The last risk that was told, to be joined with what is reckoned now. */
final class ClientChurnView implements InlineView<ChurnEvent, ClientChurnView.Row> {

    record Row(
            UUID clientId, RiskLevel level, BigDecimal risk, LocalDate day, String modelVersion) {}

    @Override
    public String table() {
        return "client_churn";
    }

    @Override
    public Class<Row> rowType() {
        return Row.class;
    }

    @Override
    public Row evolve(Row row, Recorded<ChurnEvent> event) {
        return switch (event.event()) {
            case ChurnEvent.RiskChanged(var client, var level, _, var receipt) ->
                    new Row(
                            client,
                            level,
                            receipt.risk(),
                            receipt.windows().day(),
                            receipt.modelVersion());
        };
    }
}
