package io.guanxi.visit.coverage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A client's line in the table of coverage.
 *
 * @param openedAt the earliest of its open obligations'; null if nothing is owed
 * @param dueAt likewise
 * @param obligations by row, the cancelled ones left out
 * @param months F5's shares by month, up to {@code reckonedUntil}
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
        int version) {}
