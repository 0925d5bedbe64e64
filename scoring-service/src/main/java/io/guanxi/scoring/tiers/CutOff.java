package io.guanxi.scoring.tiers;

import io.guanxi.contracts.scores.Tier;
import java.math.BigDecimal;

/**
 * Where a tier ends.
 *
 * @param size how many clients it has
 * @param lastRank the last rank in it
 * @param lowestScore the lowest score in it; null if it is empty
 */
public record CutOff(Tier tier, int size, int lastRank, BigDecimal lowestScore) {}
