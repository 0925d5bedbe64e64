package io.guanxi.kit.eventsourcing;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * All the store needs to know of one kind of stream.
 *
 * @param name the stored name of the kind, for ever ({@code visit})
 * @param key the Kafka key from (stream id, state after the event): the client's id where the
 *     events are about a client, else the stream id
 * @param subject whose key encrypts the personal data, from (stream id, state after the event)
 * @param views read model rows written together with the events
 * @param snapshots how its states are kept, or null: always fold the whole stream
 */
public record Aggregate<C, S, E>(
        String name,
        Decider<C, S, E> decider,
        EventTypes<E> types,
        BiFunction<UUID, S, UUID> key,
        BiFunction<UUID, S, UUID> subject,
        List<InlineView<E, ?>> views,
        Snapshots<S> snapshots) {

    public Aggregate {
        views = List.copyOf(views);
    }

    /** An aggregate whose stream id is its key and its subject, without views. */
    public static <C, S, E> Aggregate<C, S, E> of(
            String name, Decider<C, S, E> decider, EventTypes<E> types) {
        return new Aggregate<>(name, decider, types, (id, _) -> id, (id, _) -> id, List.of(), null);
    }

    /** The same, keyed (and encrypted) by something else than the stream id. */
    public Aggregate<C, S, E> keyedBy(BiFunction<UUID, S, UUID> newKey) {
        return new Aggregate<>(name, decider, types, newKey, newKey, views, snapshots);
    }

    /** The same, its personal data under another subject's key. */
    public Aggregate<C, S, E> aboutSubject(BiFunction<UUID, S, UUID> newSubject) {
        return new Aggregate<>(name, decider, types, key, newSubject, views, snapshots);
    }

    /** The same, with these read model rows. */
    @SafeVarargs
    public final Aggregate<C, S, E> withViews(InlineView<E, ?>... newViews) {
        return new Aggregate<>(name, decider, types, key, subject, List.of(newViews), snapshots);
    }

    /** The same, with a snapshot after so many events: for streams of hundreds and more. */
    public Aggregate<C, S, E> snapshotEvery(int events, Class<S> stateType) {
        return withSnapshots(new Snapshots<>(events, stateType, 1));
    }

    /** The same, its states kept like this. */
    public Aggregate<C, S, E> withSnapshots(Snapshots<S> newSnapshots) {
        return new Aggregate<>(name, decider, types, key, subject, views, newSnapshots);
    }
}
