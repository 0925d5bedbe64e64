package io.guanxi.kit.eventsourcing;

import java.time.Instant;

/**
 * What the relay of this process does, and how far the topics are behind the store.
 *
 * @param position up to here everything is published
 * @param stored the last position drawn
 * @param leader which process leads, or led last
 * @param heartbeat when it was last heard of (wall clock of the database)
 * @param error what stands in the way, or null
 */
public record RelayStatus(
        State state,
        long epoch,
        long position,
        long stored,
        String leader,
        Instant heartbeat,
        String error) {

    /** What this process does. */
    public enum State {
        STOPPED,
        /** Another process leads. */
        STANDBY,
        /** Leads, and compares topics, cursor and store. */
        COMPARING,
        RUNNING,
        /** Something is away; it tries again. */
        RETRYING,
        /** Topics and store contradict each other: see operations.md. */
        REFUSED
    }

    /** Positions stored and not published yet. */
    public long lag() {
        return Math.max(0, stored - position);
    }

    /** Whether events get through, or will as soon as the leader is at work again. */
    public boolean healthy() {
        return state == State.RUNNING || state == State.STANDBY || state == State.COMPARING;
    }
}
