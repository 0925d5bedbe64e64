package io.guanxi.client.privacy;

import io.guanxi.client.privacy.ErasureEvent.ErasureApproved;
import io.guanxi.client.privacy.ErasureEvent.ErasureCertified;
import io.guanxi.client.privacy.ErasureEvent.ErasureConfirmed;
import io.guanxi.client.privacy.ErasureEvent.ErasureRequested;
import io.guanxi.client.privacy.ErasureEvent.ErasureWithdrawn;
import io.guanxi.client.privacy.ErasureEvent.LegalHoldLifted;
import io.guanxi.client.privacy.ErasureEvent.LegalHoldPlaced;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventTypes;
import java.util.UUID;

/** How holds and erasures are stored: a stream beside the client's, encrypted by the same key. */
public final class ErasureStream {
    public static final EventTypes<ErasureEvent> TYPES =
            EventTypes.of(ErasureEvent.class)
                    .type("legal-hold-placed", LegalHoldPlaced.class)
                    .type("legal-hold-lifted", LegalHoldLifted.class)
                    .type("erasure-requested", ErasureRequested.class)
                    .type("erasure-withdrawn", ErasureWithdrawn.class)
                    .type("erasure-approved", ErasureApproved.class)
                    .type("erasure-confirmed", ErasureConfirmed.class)
                    .type("erasure-certified", ErasureCertified.class)
                    .build();

    private ErasureStream() {}

    static UUID of(UUID clientId) {
        return Ids.of("erasure", clientId);
    }

    /** The client is not in every event, so each client has an aggregate of its own. */
    static Aggregate<ErasureCommand, Erasure, ErasureEvent> about(UUID clientId) {
        return Aggregate.of("erasure", new ErasureDecider(), TYPES).keyedBy((_, _) -> clientId);
    }
}
