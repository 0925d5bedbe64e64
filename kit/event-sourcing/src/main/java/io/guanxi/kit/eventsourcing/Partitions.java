package io.guanxi.kit.eventsourcing;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;

/** Which Kafka partition a key lives in: the same as Kafka's own partitioner, and for ever. */
public final class Partitions {

    /** Every topic has this many; raising it would move keys and break their order. */
    public static final int COUNT = 24;

    private Partitions() {}

    public static int of(UUID key) {
        return of(key.toString());
    }

    public static int of(String key) {
        int hash = Utils.murmur2(key.getBytes(StandardCharsets.UTF_8));
        return Utils.toPositive(hash) % COUNT;
    }
}
