package io.guanxi.notification.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.contracts.alerts.AlertState;
import io.guanxi.contracts.alerts.Severity;
import io.guanxi.notification.routing.LadderStep;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An alert as the API shows it: ids and codes only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertJson(
        UUID id,
        String kind,
        Severity severity,
        AlertState state,
        UUID clientId,
        Subject subject,
        String unitId,
        List<String> recipients,
        UUID obligationId,
        Instant dueAt,
        UUID causeId,
        Instant raisedAt,
        int step,
        LadderStep nextStep,
        Acknowledgement acknowledgement,
        Snooze snooze,
        Resolution resolution,
        String reason) {

    record Subject(String type, String id) {}

    record Acknowledgement(String by, Instant at) {}

    record Snooze(String by, Instant until) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Resolution(String by, Instant at, String reason, Instant metAt, Instant learnedAt) {}

    static AlertJson of(AlertRow row) {
        boolean resolved = row.state() == AlertState.RESOLVED;
        return new AlertJson(
                row.alertId(),
                row.kind(),
                row.severity(),
                row.state(),
                row.clientId(),
                new Subject(row.subjectType(), row.subjectId()),
                row.unitId(),
                row.recipients(),
                row.obligationId(),
                row.dueAt(),
                row.causeId(),
                row.raisedAt(),
                row.step(),
                next(row),
                row.acknowledgedAt() == null
                        ? null
                        : new Acknowledgement(row.acknowledgedBy(), row.acknowledgedAt()),
                row.state() == AlertState.SNOOZED
                        ? new Snooze(row.snoozedBy(), row.snoozedUntil())
                        : null,
                resolved
                        ? new Resolution(
                                row.resolvedBy(),
                                row.resolvedAt(),
                                row.reason(),
                                row.metAt(),
                                row.learnedAt())
                        : null,
                resolved ? null : row.reason());
    }

    private static LadderStep next(AlertRow row) {
        return row.state() == AlertState.OPEN
                ? row.ladder().stream().filter(s -> s.step() > row.step()).findFirst().orElse(null)
                : null;
    }
}
