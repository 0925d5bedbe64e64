package io.guanxi.kit.eventsourcing;

import java.time.Instant;
import java.util.Set;

/**
 * A read model that can be rebuilt, and how the last rebuild of this process went.
 *
 * @param name what to ask for: a view's table, or a projection
 * @param tables what is filled anew and switched together
 * @param done events applied to the new tables so far
 * @param total about how many there are; 0 before it begins
 * @param startedAt wall clock; null if this process has not rebuilt it
 * @param endedAt null while it runs
 * @param error why the live tables were left as they are, or null
 */
public record RebuildStatus(
        String name,
        Set<String> tables,
        State state,
        long done,
        long total,
        Instant startedAt,
        Instant endedAt,
        String error) {

    /** Where a rebuild stands. */
    public enum State {
        /** Not asked for. */
        IDLE,
        RUNNING,
        /** The new tables have taken the place of the old ones. */
        SWITCHED,
        FAILED
    }
}
