package io.guanxi.kit.service.bulk;

import java.time.Instant;
import java.util.UUID;

/**
 * An import that goes on after its request was answered.
 *
 * @param kind what its lines bring, as in the address
 * @param lines it has; as many as were received while it is RECEIVING
 * @param done lines that have their result
 * @param refused lines a rule refused
 * @param invalid lines that could not be read
 */
public record ImportJob(
        UUID id,
        String kind,
        boolean dryRun,
        State state,
        String requestedBy,
        Instant requestedAt,
        Instant startedAt,
        Instant finishedAt,
        int lines,
        int done,
        int created,
        int existing,
        int refused,
        int invalid) {

    /** How far it is. */
    public enum State {
        /** Its body is still coming in. */
        RECEIVING,
        /** Its turn has not come. */
        WAITING,
        RUNNING,
        /** Every line has its result. */
        DONE,
        /** Somebody ended it; what was done stays done. */
        GIVEN_UP
    }
}
