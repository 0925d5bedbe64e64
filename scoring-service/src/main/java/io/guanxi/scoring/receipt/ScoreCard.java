package io.guanxi.scoring.receipt;

import io.guanxi.scoring.churn.ChurnList;
import io.guanxi.scoring.tiers.TierEvent;
import java.util.UUID;

/**
 * A client's scores with their receipts, as they were stored.
 *
 * @param tier the placing of the last run, or the provisional one before it
 * @param churn the risk as it was reckoned last; null before the first time
 */
public record ScoreCard(UUID clientId, TierEvent.TierChanged tier, ChurnList.Assessment churn) {}
