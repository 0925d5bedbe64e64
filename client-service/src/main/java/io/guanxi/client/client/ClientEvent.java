package io.guanxi.client.client;

import io.guanxi.kit.eventsourcing.Personal;
import java.time.Instant;
import java.util.UUID;

/** What is recorded about a client. Stored for ever: add, never rename. */
public sealed interface ClientEvent {

    /**
     * The bank knows a client from now on.
     *
     * @param unitId the unit that looks after the client until somebody owns it
     */
    record ClientRegistered(
            UUID clientId, String unitId, PublicDetails details, @Personal PrivateDetails personal)
            implements ClientEvent {
        public ClientRegistered {
            personal = PrivateDetails.orNull(personal);
        }
    }

    record ClientChanged(UUID clientId, PublicDetails details, @Personal PrivateDetails personal)
            implements ClientEvent {
        public ClientChanged {
            personal = PrivateDetails.orNull(personal);
        }
    }

    /** Another unit looks after a client that nobody owns. */
    record MovedToUnit(UUID clientId, String unitId, Instant since) implements ClientEvent {}

    /**
     * The client is another manager's from now on.
     *
     * @param previousRmId null when nobody owned the client
     * @param note why, in the words of whoever assigned
     */
    record ManagerAssigned(
            UUID clientId,
            String rmId,
            String previousRmId,
            String unitId,
            Instant since,
            AssignmentReason reason,
            @Personal String note)
            implements ClientEvent {}

    /** The key is destroyed from here on; what was personal reads as nothing. */
    record ClientErased(UUID clientId, PublicDetails details) implements ClientEvent {}

    /** PR-02, observed while refusing: the manager's book was full. */
    record AssignmentRefusedFull(UUID clientId, String rmId, String byId, Instant at)
            implements ClientEvent {}

    /**
     * Somebody opened the personal data outside the book.
     *
     * @param rmId who owned the client at that moment; null if nobody did
     * @param until the first instant at which they are closed again
     */
    record BreakGlassOpened(
            UUID clientId,
            String rmId,
            String byId,
            String reasonCode,
            Instant at,
            Instant until,
            @Personal String reason)
            implements ClientEvent {}

    /**
     * Observed while refusing: somebody tried to register this client once more.
     *
     * @param rmId who owned the client at that moment; null if nobody did
     * @param reasonCode which number gave it away
     */
    record DuplicateReported(UUID clientId, String rmId, String byId, String reasonCode, Instant at)
            implements ClientEvent {}
}
