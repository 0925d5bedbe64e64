package io.guanxi.kit.eventsourcing;

import java.time.Duration;

/**
 * What the kit measures of itself; whoever runs it binds this to the metrics of the house. Calls
 * come from the threads that work and must not block.
 */
public interface KitMetrics {
    KitMetrics NONE = new KitMetrics() {};

    /** A transaction made so many commands durable. */
    default void appended(int commands, Duration took) {}

    /** A command was carried out, from its first load to its verdict. */
    default void executed(Duration took) {}

    /** A command lost a race and was decided again. */
    default void lostRace() {}

    /** The relay waited for appends in flight. */
    default void fenceWaited(Duration took) {}

    /** The relay sent a batch: read, sent, committed, remembered. */
    default void relayed(int records, Duration took) {}

    /** A consumer applied a batch. */
    default void applied(String consumer, int records, Duration took) {}

    /** A consumer parked a record. */
    default void parked(String consumer) {}
}
