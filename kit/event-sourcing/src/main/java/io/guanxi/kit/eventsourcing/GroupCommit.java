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
    public static final int MOST_WRITERS = 8;
    private static final int PROCESSORS_FOR_TWO = 4;

    /** Two writers, 512 commands and 2 MB a transaction, 4,096 that wait for each. */
    public static final GroupCommit DEFAULT = new GroupCommit(2, 512, 2_000_000, 4096);

    /**
     * @throws IllegalArgumentException more writers than {@link #MOST_WRITERS}, or none of
     *     something
     */
    public GroupCommit {
        if (writers < 1 || writers > MOST_WRITERS) {
            throw new IllegalArgumentException(
                    "A store appends with 1 to %d writers, not %d"
                            .formatted(MOST_WRITERS, writers));
        }
        if (commands < 1 || bytes < 1 || queue < 1) {
            throw new IllegalArgumentException("Each limit of a group commit is at least 1");
        }
    }

    /**
     * For a process that shares few processors with its database: one writer makes larger batches
     * and leaves the processors to others; two are faster where there are processors to spare.
     */
    public static GroupCommit onProcessors(int processors) {
        return processors < PROCESSORS_FOR_TWO ? DEFAULT.withWriters(1) : DEFAULT;
    }

    /**
     * The same limits for so many writers.
     *
     * @throws IllegalArgumentException none, or more than {@link #MOST_WRITERS}
     */
    public GroupCommit withWriters(int some) {
        return new GroupCommit(some, commands, bytes, queue);
    }
}
