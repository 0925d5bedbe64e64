package io.guanxi.notification.alert;

import io.guanxi.contracts.alerts.AlertState;
import io.guanxi.contracts.alerts.Severity;
import io.guanxi.notification.alert.AlertEvent.AlertEscalated;
import io.guanxi.notification.alert.AlertEvent.AlertRaised;
import io.guanxi.notification.alert.AlertEvent.AlertResolved;
import io.guanxi.notification.routing.LadderStep;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The next state of an {@link AlertRow}, which has too many columns to be copied by hand. */
final class AlertRowBuilder {
    private final UUID alertId;
    private String kind;
    private Severity severity;
    AlertState state = AlertState.OPEN;
    private UUID clientId;
    private String subjectType;
    private String subjectId;
    private String unitId;
    private String managerId;
    private List<String> recipients = List.of();
    private List<LadderStep> ladder = List.of();
    private int step;
    private UUID obligationId;
    private Instant dueAt;
    private Instant basisContactAt;
    private UUID causeId;
    private Instant raisedAt;
    String acknowledgedBy;
    Instant acknowledgedAt;
    String snoozedBy;
    Instant snoozedUntil;
    private String resolvedBy;
    private Instant resolvedAt;
    String reason;
    private Instant metAt;
    private Instant learnedAt;

    AlertRowBuilder(UUID alertId) {
        this.alertId = alertId;
    }

    AlertRowBuilder(AlertRow row) {
        alertId = row.alertId();
        kind = row.kind();
        severity = row.severity();
        state = row.state();
        clientId = row.clientId();
        subjectType = row.subjectType();
        subjectId = row.subjectId();
        unitId = row.unitId();
        managerId = row.managerId();
        recipients = row.recipients();
        ladder = row.ladder();
        step = row.step();
        obligationId = row.obligationId();
        dueAt = row.dueAt();
        basisContactAt = row.basisContactAt();
        causeId = row.causeId();
        raisedAt = row.raisedAt();
        acknowledgedBy = row.acknowledgedBy();
        acknowledgedAt = row.acknowledgedAt();
        snoozedBy = row.snoozedBy();
        snoozedUntil = row.snoozedUntil();
        resolvedBy = row.resolvedBy();
        resolvedAt = row.resolvedAt();
        reason = row.reason();
        metAt = row.metAt();
        learnedAt = row.learnedAt();
    }

    void raised(AlertRaised e, Instant at) {
        kind = e.kind();
        severity = e.severity();
        state = AlertState.OPEN;
        clientId = e.clientId();
        subjectType = e.subjectType();
        subjectId = e.subjectId();
        unitId = e.unitId();
        managerId = e.managerId();
        recipients = e.recipients();
        ladder = e.ladder();
        obligationId = e.obligationId();
        dueAt = e.dueAt();
        basisContactAt = e.basisContactAt();
        causeId = e.causeId();
        raisedAt = at;
    }

    void escalated(AlertEscalated e) {
        step = e.step();
        recipients = Stream.concat(recipients.stream(), e.recipients().stream()).toList();
    }

    void resolved(AlertResolved e, Instant at) {
        state = AlertState.RESOLVED;
        resolvedBy = e.by();
        resolvedAt = at;
        reason = e.reason();
        metAt = e.metAt();
        learnedAt = e.learnedAt();
    }

    void reopened(String why) {
        state = AlertState.OPEN;
        acknowledgedBy = null;
        acknowledgedAt = null;
        snoozedBy = null;
        snoozedUntil = null;
        resolvedBy = null;
        resolvedAt = null;
        metAt = null;
        learnedAt = null;
        reason = why;
    }

    AlertRow build(int version) {
        return new AlertRow(
                alertId,
                kind,
                severity,
                state,
                clientId,
                subjectType,
                subjectId,
                unitId,
                managerId,
                recipients,
                ladder,
                step,
                obligationId,
                dueAt,
                basisContactAt,
                causeId,
                raisedAt,
                acknowledgedBy,
                acknowledgedAt,
                snoozedBy,
                snoozedUntil,
                resolvedBy,
                resolvedAt,
                reason,
                metAt,
                learnedAt,
                nextAt(),
                version);
    }

    private Instant nextAt() {
        return switch (state) {
            case OPEN ->
                    ladder.stream()
                            .filter(s -> s.step() > step)
                            .findFirst()
                            .map(LadderStep::at)
                            .orElse(null);
            case SNOOZED -> snoozedUntil;
            case ACKNOWLEDGED, RESOLVED -> null;
        };
    }
}
