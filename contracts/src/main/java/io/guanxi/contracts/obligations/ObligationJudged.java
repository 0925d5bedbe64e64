package io.guanxi.contracts.obligations;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.time.Instant;
import java.util.UUID;

/**
 * How one due instant of an obligation ended; sent again when a late record changes it. A due
 * instant that passed without one was missed. Key: the client, else the owner's stream id.
 *
 * @param ownerId staff code of who had to act
 * @param dueAt which due instant is judged
 * @param metAt when it was met; absent if it was cancelled
 * @param learnedAt when that became known
 */
@EventType(name = "obligation-judged", description = "How one due instant of an obligation ended.")
public record ObligationJudged(
        UUID obligationId,
        String kind,
        @MayBeAbsent UUID clientId,
        @MayBeAbsent String ownerId,
        Instant dueAt,
        ObligationResult result,
        @MayBeAbsent Instant metAt,
        Instant learnedAt) {}
