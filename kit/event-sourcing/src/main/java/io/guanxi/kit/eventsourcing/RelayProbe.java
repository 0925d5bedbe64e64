package io.guanxi.kit.eventsourcing;

/** The moments between which a relay may die; tests let it die there. */
interface RelayProbe {
    /** Where in a batch the relay is. */
    enum Moment {
        READ,
        SENT,
        COMMITTED,
        MOVED
    }

    RelayProbe NONE = _ -> {};

    void at(Moment moment);
}
