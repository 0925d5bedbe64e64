package io.guanxi.notification.alert;

import io.guanxi.contracts.alerts.AlertState;
import io.guanxi.contracts.alerts.Severity;
import io.guanxi.notification.routing.LadderStep;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An alert as it is read: a row of the table {@code alert}.
 *
 * @param nextAt when a timer has something to do with it: a step of the ladder, the end of a snooze
 */
public record AlertRow(
        UUID alertId,
        String kind,
        Severity severity,
        AlertState state,
        UUID clientId,
        String subjectType,
        String subjectId,
        String unitId,
        String managerId,
        List<String> recipients,
        List<LadderStep> ladder,
        int step,
        UUID obligationId,
        Instant dueAt,
        Instant basisContactAt,
        UUID causeId,
        Instant raisedAt,
        String acknowledgedBy,
        Instant acknowledgedAt,
        String snoozedBy,
        Instant snoozedUntil,
        String resolvedBy,
        Instant resolvedAt,
        String reason,
        Instant metAt,
        Instant learnedAt,
        Instant nextAt,
        int version) {}
