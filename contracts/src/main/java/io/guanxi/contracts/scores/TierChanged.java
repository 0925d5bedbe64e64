package io.guanxi.contracts.scores;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import io.guanxi.contracts.clients.ClientKind;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A client has another tier, or its score moved by a point or more. Key: the client.
 *
 * @param cohort the clients it was ranked among
 * @param previousTier absent for a first tier, which raises no alert
 * @param provisional not ranked yet, or ranked without facts of its own
 * @param score 0 to 100; absent if it was not ranked
 * @param rank from 1; absent if it was not ranked
 * @param cohortSize how many were ranked
 * @param runId the tier run; absent for a provisional tier outside of one
 */
@EventType(name = "tier-changed", description = "A client's tier or score changed.")
public record TierChanged(
        UUID clientId,
        ClientKind cohort,
        Tier tier,
        @MayBeAbsent Tier previousTier,
        boolean provisional,
        @MayBeAbsent @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal score,
        @MayBeAbsent Integer rank,
        @MayBeAbsent Integer cohortSize,
        @MayBeAbsent UUID runId,
        String modelVersion) {}
