package io.guanxi.contracts.visits;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The client was not there. The components are those of {@link VisitStarted}. Key: the client. */
@EventType(name = "visit-no-show", description = "The client was not there.")
public record VisitNoShow(
        UUID visitId,
        UUID clientId,
        String rmId,
        Instant at,
        @MayBeAbsent Integer distanceMetres,
        List<String> flags) {

    public VisitNoShow {
        flags = flags == null ? List.of() : List.copyOf(flags);
    }
}
