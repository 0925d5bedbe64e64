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
    public static final GroupCommit DEFAULT = new GroupCommit(2, 512, 2_000_000, 4096);
}
