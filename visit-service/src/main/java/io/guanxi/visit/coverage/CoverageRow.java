package io.guanxi.visit.coverage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A client's line in the table of coverage.
 *
 * @param lastContactAt when the client was reached last; a message does not count
 * @param openedAt the earliest of its open obligations'; null if nothing is owed
 * @param dueAt likewise
 * @param obligations by row, the cancelled ones left out
 * @param months F5's shares by month, up to {@code reckonedUntil}
 * @param active false: the relationship ended, or the client was erased
 */
public record CoverageRow(
        UUID clientId,
        String rmId,
        String unitId,
        String tier,
        List<String> flags,
        Instant lastContactAt,
        UUID lastContactId,
        String lastContactChannel,
        Instant openedAt,
        Instant warnAt,
        Instant dueAt,
        Map<String, Obligation> obligations,
        Map<String, MonthShare> months,
        String reckonedUntil,
        Instant ownerAt,
        Instant tierAt,
        Instant flagsAt,
        boolean active,
        Instant standingAt,
        int version) {}
