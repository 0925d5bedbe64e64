package io.guanxi.contracts.scores;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A client's churn risk has another level or moved by 5 points or more. Key: the client.
 *
 * @param previousLevel absent for the first
 * @param risk 0.0 to 100.0, one decimal; absent when there is not enough data
 * @param reasons what it is made of, the strongest first
 * @param missing factors that could not be reckoned and count as 0
 */
@EventType(name = "churn-risk-changed", description = "A client's churn risk changed.")
public record ChurnRiskChanged(
        UUID clientId,
        RiskLevel level,
        @MayBeAbsent RiskLevel previousLevel,
        @MayBeAbsent @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal risk,
        List<Reason> reasons,
        List<String> missing,
        String modelVersion) {

    /**
     * One factor's share of the risk.
     *
     * @param factor code, for example {@code REVENUE}
     * @param points of 100; 0 for a reason that is only told
     */
    public record Reason(
            String factor, @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal points) {}

    public ChurnRiskChanged {
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
        missing = missing == null ? List.of() : List.copyOf(missing);
    }
}
