package io.guanxi.kit.eventsourcing;

/**
 * How appends share transactions.
 *
 * @param writers how many write at once; streams are spread over them
 * @param commands a transaction holds at most
 * @param bytes a transaction holds about at most
 * @param queue how many may wait for each writer; one more is told to come back later
 */
public record GroupCommit(int writers, int commands, int bytes, int queue) {
    private static final int WRITERS = 2;
    private static final int PROCESSORS_FOR_ALL_WRITERS = 4;

    public static final GroupCommit DEFAULT = new GroupCommit(WRITERS, 512, 2_000_000, 4096);

    public GroupCommit {
        if (writers < 1 || commands < 1 || bytes < 1 || queue < 1) {
            throw new IllegalArgumentException("Group commit needs at least one of each");
        }
    }

    /**
     * For a process that shares few processors with its database: one writer makes larger batches
     * and leaves the processors to others; two are faster where there are processors to spare.
     */
    public static GroupCommit onProcessors(int processors) {
        return processors < PROCESSORS_FOR_ALL_WRITERS ? DEFAULT.withWriters(1) : DEFAULT;
    }

    /** The same limits for so many writers. */
    public GroupCommit withWriters(int some) {
        return new GroupCommit(some, commands, bytes, queue);
    }
}
