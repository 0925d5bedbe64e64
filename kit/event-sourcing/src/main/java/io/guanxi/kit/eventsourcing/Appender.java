package io.guanxi.kit.eventsourcing;

/** Makes one append durable, alone or together with others. */
interface Appender extends AutoCloseable {

    /**
     * Blocks until the append is durable or lost.
     *
     * @throws StoreException.Busy too much is waiting already
     * @throws StoreException.Unavailable the database does not answer
     */
    Verdict append(Append append);

    /** How many appends wait for a writer. */
    int waiting();

    @Override
    void close();
}
