package io.guanxi.client.privacy;

import io.guanxi.kit.eventsourcing.Personal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What is recorded about holds and erasure. Stored for ever: add, never rename. */
public sealed interface ErasureEvent {

    record LegalHoldPlaced(
            UUID holdId, LocalDate until, String byId, Instant at, @Personal String reason)
            implements ErasureEvent {}

    record LegalHoldLifted(UUID holdId, String byId, Instant at) implements ErasureEvent {}

    record ErasureRequested(UUID clientId, String byId, Instant at, @Personal String reason)
            implements ErasureEvent {}

    record ErasureWithdrawn(String byId, Instant at) implements ErasureEvent {}

    /** A second person allowed it; from here on every service forgets. */
    record ErasureApproved(UUID clientId, String byId, Instant at) implements ErasureEvent {}

    record ErasureConfirmed(String service, List<String> stores, Instant at)
            implements ErasureEvent {
        public ErasureConfirmed {
            stores = List.copyOf(stores);
        }
    }

    /** Every service has confirmed: this is the certificate. */
    record ErasureCertified(UUID clientId, Instant at) implements ErasureEvent {}
}
