package io.guanxi.scoring.tiers;

import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.contracts.scores.Tier;
import io.guanxi.scoring.value.Factor;
import java.util.List;
import java.util.UUID;

/**
 * What a run says of one client.
 *
 * @param score in millionths; null if it was not ranked, as is rank
 */
record RunRow(
        UUID client,
        ClientKind cohort,
        Tier tier,
        Tier previousTier,
        boolean provisional,
        Long score,
        Integer rank,
        boolean changed,
        List<Evidence> evidence) {

    /**
     * What a factor's points stand on.
     *
     * @param value in the factor's smallest unit; null if it is missing
     * @param points in units of 0.0001
     */
    record Evidence(Factor factor, Long value, int points, int facts, long newestMicros) {}
}
