package io.guanxi.contracts.visits;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A visit as it stands after a change of time, place, purpose or channel. The components are those
 * of {@link VisitPlanned}. Key: the client.
 */
@EventType(name = "visit-changed", description = "A visit as it stands after a change.")
public record VisitChanged(
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

    public VisitChanged {
        joint = joint == null ? List.of() : List.copyOf(joint);
    }
}
