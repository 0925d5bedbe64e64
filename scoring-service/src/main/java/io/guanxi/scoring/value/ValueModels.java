package io.guanxi.scoring.value;

import io.guanxi.contracts.clients.ClientKind;
import java.util.Map;

/**
 * The setting {@code value-models}: how clients are scored and cut into tiers.
 *
 * @param models one per cohort
 * @param minimumCohort a smaller cohort is not run
 * @param hysteresis whole points of score that a tier gives its holder, per class above C; 0 is off
 * @param publishDelta a score that moved by so many points is published though its tier stands
 */
public record ValueModels(
        Map<ClientKind, ValueModel> models,
        TierShares shares,
        int minimumCohort,
        int hysteresis,
        int publishDelta) {
    /** The settings document's name. */
    public static final String NAME = "value-models";

    public ValueModels {
        models = Map.copyOf(models);
    }

    public ValueModel model(ClientKind cohort) {
        return models.get(cohort);
    }
}
