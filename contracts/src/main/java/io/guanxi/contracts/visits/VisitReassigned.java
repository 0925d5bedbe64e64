package io.guanxi.contracts.visits;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A visit has another visitor now. The components are those of {@link VisitPlanned}. Key: the
 * client.
 */
@EventType(name = "visit-reassigned", description = "A visit has another visitor now.")
public record VisitReassigned(
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

    public VisitReassigned {
        joint = joint == null ? List.of() : List.copyOf(joint);
    }
}
