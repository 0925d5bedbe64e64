package io.guanxi.contracts.visits;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A visit will not take place; {@code reasonCode} says why. The components are those of {@link
 * VisitPlanned}. Key: the client.
 */
@EventType(name = "visit-cancelled", description = "A visit will not take place.")
public record VisitCancelled(
        UUID visitId,
        UUID clientId,
        String rmId,
        String purpose,
        Instant startsAt,
        Instant endsAt,
        Channel channel,
        List<String> joint,
        boolean adHoc,
        @MayBeAbsent String reasonCode) {

    public VisitCancelled {
        joint = joint == null ? List.of() : List.copyOf(joint);
    }
}
