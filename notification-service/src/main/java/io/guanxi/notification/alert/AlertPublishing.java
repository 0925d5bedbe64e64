package io.guanxi.notification.alert;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.alerts.AlertAcknowledged;
import io.guanxi.contracts.alerts.AlertEscalated;
import io.guanxi.contracts.alerts.AlertRaised;
import io.guanxi.contracts.alerts.AlertReopened;
import io.guanxi.contracts.alerts.AlertResolved;
import io.guanxi.contracts.alerts.AlertSnoozed;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.PublicEvent;
import io.guanxi.kit.eventsourcing.Publishing;
import io.guanxi.kit.eventsourcing.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The whole life of an alert on {@code guanxi.alerts}. */
@ApplicationScoped
public class AlertPublishing implements Publishing<AlertEvent> {

    @Override
    public Aggregate<?, ?, AlertEvent> aggregate() {
        return AlertStream.ALERT;
    }

    @Override
    public List<PublicEvent> publish(Recorded<AlertEvent> recorded) {
        return face(recorded.streamId(), recorded.occurredAt(), recorded.event())
                .map(data -> new PublicEvent(Topics.ALERTS, Contract.ceType(data.getClass()), data))
                .stream()
                .toList();
    }

    /** The public face of a stored event; none for a step of the ladder with nobody new on it. */
    private static Optional<Record> face(UUID alert, Instant at, AlertEvent event) {
        return switch (event) {
            case AlertEvent.AlertRaised e -> Optional.of(raised(alert, e));
            case AlertEvent.AlertAcknowledged e ->
                    Optional.of(new AlertAcknowledged(alert, e.by(), at));
            case AlertEvent.AlertSnoozed e ->
                    Optional.of(new AlertSnoozed(alert, e.by(), at, e.until(), e.reason()));
            case AlertEvent.AlertEscalated e ->
                    e.recipients().isEmpty()
                            ? Optional.empty()
                            : Optional.of(new AlertEscalated(alert, at, e.step(), e.recipients()));
            case AlertEvent.AlertResolved e ->
                    Optional.of(
                            new AlertResolved(
                                    alert, e.by(), at, e.reason(), e.metAt(), e.learnedAt()));
            case AlertEvent.AlertReopened e ->
                    Optional.of(new AlertReopened(alert, e.by(), at, e.reason()));
        };
    }

    private static AlertRaised raised(UUID alert, AlertEvent.AlertRaised e) {
        return new AlertRaised(
                alert,
                e.kind(),
                e.severity(),
                e.clientId(),
                new AlertRaised.Subject(e.subjectType(), e.subjectId()),
                e.unitId(),
                e.recipients(),
                e.obligationId(),
                e.dueAt(),
                e.causeId());
    }
}
