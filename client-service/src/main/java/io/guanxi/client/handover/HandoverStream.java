package io.guanxi.client.handover;

import io.guanxi.client.handover.HandoverEvent.HandoverCarriedOut;
import io.guanxi.client.handover.HandoverEvent.HandoverRequested;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventTypes;

/** How handovers are stored. */
public final class HandoverStream {
    public static final EventTypes<HandoverEvent> TYPES =
            EventTypes.of(HandoverEvent.class)
                    .type("handover-requested", HandoverRequested.class)
                    .type("handover-carried-out", HandoverCarriedOut.class)
                    .build();

    public static final Aggregate<HandoverCommand, Handover, HandoverEvent> HANDOVER =
            Aggregate.of("handover", new HandoverDecider(), TYPES).withViews(new HandoverView());

    private HandoverStream() {}
}
