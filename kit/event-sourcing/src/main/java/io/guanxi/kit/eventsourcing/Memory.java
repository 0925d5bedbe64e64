package io.guanxi.kit.eventsourcing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The streams that a long job changes or guards again and again, as its last command left them, so
 * that they are not read anew each time. It only saves reading: what is decided by it counts if the
 * streams still stand there when it is appended, and is decided afresh otherwise; so is every
 * refusal. For one thread.
 */
public final class Memory {
    private static final float LOAD = 0.75f;

    private final int most;
    private final Map<UUID, OpenStream<?, ?>> streams;

    /**
     * An empty one.
     *
     * @param most streams; of more, those that were not met for the longest time are forgotten
     */
    public Memory(int most) {
        this.most = most;
        this.streams =
                new LinkedHashMap<>(16, LOAD, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<UUID, OpenStream<?, ?>> eldest) {
                        return size() > most;
                    }
                };
    }

    /** One that keeps nothing. */
    static Memory none() {
        return new Memory(0);
    }

    OpenStream<?, ?> of(UUID streamId) {
        return streams.get(streamId);
    }

    boolean knows(UUID streamId) {
        return streams.containsKey(streamId);
    }

    void keep(Supplier<? extends Collection<OpenStream<?, ?>>> stored) {
        if (most > 0) {
            stored.get().forEach(stream -> streams.put(stream.id(), stream));
        }
    }

    void forget() {
        streams.clear();
    }
}
