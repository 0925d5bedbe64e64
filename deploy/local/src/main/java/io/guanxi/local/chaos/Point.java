package io.guanxi.local.chaos;

/** A named place in a worker's work, where it can be made to wait, to die or to be stopped. */
enum Point {
    /** Everything is decided, nothing is written. */
    APPEND_BEFORE,
    /** Written, not committed. */
    APPEND_OPEN,
    /** Committed, the caller does not know. */
    APPEND_AFTER,
    /** The relay's leader has read a batch. */
    RELAY_READ,
    /** Kafka has records of the batch, the Kafka transaction is open. */
    RELAY_SENT,
    /** The Kafka transaction is committed, the cursor not moved. */
    RELAY_COMMITTED,
    /** The cursor is moved. */
    RELAY_MOVED,
    /** A projection's rows and its place are written, not committed. */
    PROJECTION_WRITTEN,
    PROJECTION_COMMITTED,
    /** A reaction's events and its place are written, not committed. */
    REACTION_WRITTEN,
    REACTION_COMMITTED;

    /** Only the relay's leader comes there. */
    boolean ofLeader() {
        return name().startsWith("RELAY");
    }
}
