package io.guanxi.kit.eventsourcing;

/**
 * That the states of an aggregate are kept now and then, so that a long stream need not be folded
 * from its first event. A snapshot is disposable: it is found by a hash of the state's shape and
 * this revision, and where there is none the events are folded. It is never used for a {@link
 * Past}. If any of the aggregate's events has personal data, its snapshots are encrypted under the
 * subject's key.
 *
 * @param every after how many events a new one is kept
 * @param stateType the state: a record, or a sealed interface of records. A state that does not
 *     come back from JSON as it was is not kept.
 * @param revision to be raised when {@code evolve} changes what it makes of the same events
 */
public record Snapshots<S>(int every, Class<S> stateType, int revision) {
    public Snapshots {
        if (every < 1) {
            throw new IllegalArgumentException("every " + every + " events");
        }
    }
}
