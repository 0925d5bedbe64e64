package io.guanxi.visit.lifecycle;

import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventTypes;

/** Under which names visits are stored; a visit's id is its stream's. */
public final class VisitStream {
    public static final EventTypes<VisitEvent> TYPES =
            EventTypes.of(VisitEvent.class)
                    .type("visit-planned", VisitEvent.VisitPlanned.class)
                    .type("visit-changed", VisitEvent.VisitChanged.class)
                    .type("visit-reassigned", VisitEvent.VisitReassigned.class)
                    .type("visit-confirmed", VisitEvent.VisitConfirmed.class)
                    .type("visit-cancelled", VisitEvent.VisitCancelled.class)
                    .type("visit-started", VisitEvent.VisitStarted.class)
                    .type("visit-no-show", VisitEvent.VisitNoShow.class)
                    .type("visit-logged", VisitEvent.VisitLogged.class)
                    .build();

    /** Keyed, and encrypted, by the client the visit is about. */
    public static final Aggregate<VisitCommand, Visit, VisitEvent> AGGREGATE =
            Aggregate.of("visit", new VisitDecider(), TYPES)
                    .keyedBy((_, visit) -> visit.clientId())
                    .withViews(new VisitView());

    private VisitStream() {}
}
