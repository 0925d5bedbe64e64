package io.guanxi.client.handover;

import io.guanxi.client.handover.Handover.CarriedOut;
import io.guanxi.client.handover.Handover.Requested;
import io.guanxi.client.handover.Handover.Unrequested;
import io.guanxi.client.handover.HandoverEvent.HandoverCarriedOut;
import io.guanxi.client.handover.HandoverEvent.HandoverRequested;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventTypes;
import java.util.UUID;

/** How handovers are stored. */
public final class HandoverStream {
    public static final EventTypes<HandoverEvent> TYPES =
            EventTypes.of(HandoverEvent.class)
                    .type("handover-requested", HandoverRequested.class)
                    .type("handover-carried-out", HandoverCarriedOut.class)
                    .build();

    public static final Aggregate<HandoverCommand, Handover, HandoverEvent> HANDOVER =
            Aggregate.of("handover", new HandoverDecider(), TYPES)
                    .aboutSubject(HandoverStream::subject)
                    .withViews(new HandoverView());

    private HandoverStream() {}

    /** What is said of one client is forgotten with the client. */
    private static UUID subject(UUID streamId, Handover handover) {
        return switch (handover) {
            case Unrequested _ -> streamId;
            case Requested(var details, _, _) -> details.onlyClient().orElse(streamId);
            case CarriedOut(var details, _, _) -> details.onlyClient().orElse(streamId);
        };
    }
}
