package io.guanxi.notification.reactions;

import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.InboundEvent;
import io.guanxi.notification.alert.AlertEvent.AlertRaised;
import io.guanxi.notification.routing.Routing.Addressed;
import java.util.UUID;

/** Alerts that an event causes by itself, without an obligation behind them. */
final class Alerts {
    private Alerts() {}

    static UUID id(String kind, UUID clientId, InboundEvent cause) {
        return Ids.alert(kind, clientId, cause.id());
    }

    static AlertRaised aboutClient(
            String kind, UUID clientId, InboundEvent cause, Addressed addressed) {
        return raised(kind, clientId, "client", clientId.toString(), cause, addressed);
    }

    static AlertRaised raised(
            String kind,
            UUID clientId,
            String subjectType,
            String subjectId,
            InboundEvent cause,
            Addressed addressed) {
        return new AlertRaised(
                clientId,
                kind,
                addressed.severity(),
                clientId,
                subjectType,
                subjectId,
                addressed.unitId(),
                addressed.managerId(),
                addressed.recipients(),
                addressed.ladder(),
                null,
                null,
                null,
                cause.id());
    }
}
