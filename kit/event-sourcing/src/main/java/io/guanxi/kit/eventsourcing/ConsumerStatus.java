package io.guanxi.kit.eventsourcing;

import java.util.List;

/**
 * How far one consumer is.
 *
 * @param error why it does not get on now and tries again, or null
 * @param parked records that wait because they, or one before them of the same key, could not be
 *     applied
 */
public record ConsumerStatus(
        String name, List<PartitionStatus> partitions, String error, long parked) {

    /**
     * One partition.
     *
     * @param lag records (and commit markers) not passed yet
     * @param lastSequence the last one applied, -1 before the first and on topics without
     */
    public record PartitionStatus(
            String topic, int partition, long nextOffset, long lag, long lastSequence) {}

    /** Records not passed yet, over all partitions. */
    public long lag() {
        return partitions.stream().mapToLong(PartitionStatus::lag).sum();
    }

    /** Whether it gets on. */
    public boolean healthy() {
        return error == null;
    }
}
