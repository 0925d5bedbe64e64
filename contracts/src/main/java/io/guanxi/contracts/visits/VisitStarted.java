package io.guanxi.contracts.visits;

import io.guanxi.contracts.EventType;
import io.guanxi.contracts.MayBeAbsent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A visit began. Key: the client.
 *
 * @param rmId staff code of who visits
 * @param distanceMetres from the client's address, where both places are known
 * @param flags codes of what was odd about it, for example {@code CLOCK_ABSURD}
 */
@EventType(name = "visit-started", description = "A visit began.")
public record VisitStarted(
        UUID visitId,
        UUID clientId,
        String rmId,
        Instant at,
        @MayBeAbsent Integer distanceMetres,
        List<String> flags) {

    public VisitStarted {
        flags = flags == null ? List.of() : List.copyOf(flags);
    }
}
