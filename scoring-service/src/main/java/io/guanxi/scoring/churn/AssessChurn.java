package io.guanxi.scoring.churn;

import java.util.UUID;

/** Asks whether a freshly reckoned risk is to be told. */
public record AssessChurn(
        UUID clientId, ChurnModel model, ChurnRisk risk, ChurnWindows windows, ChurnInputs inputs) {

    ChurnReceipt receipt() {
        return ChurnReceipt.of(model, risk, windows, inputs);
    }
}
