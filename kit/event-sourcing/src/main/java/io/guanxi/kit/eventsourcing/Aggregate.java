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
 */
public record Aggregate<C, S, E>(
        String name,
        Decider<C, S, E> decider,
        EventTypes<E> types,
        BiFunction<UUID, S, UUID> key,
        BiFunction<UUID, S, UUID> subject,
        List<InlineView<E, ?>> views) {

    public Aggregate {
        views = List.copyOf(views);
    }

    /** An aggregate whose stream id is its key and its subject, without views. */
    public static <C, S, E> Aggregate<C, S, E> of(
            String name, Decider<C, S, E> decider, EventTypes<E> types) {
        return new Aggregate<>(name, decider, types, (id, _) -> id, (id, _) -> id, List.of());
    }

    /** The same, keyed (and encrypted) by something else than the stream id. */
    public Aggregate<C, S, E> keyedBy(BiFunction<UUID, S, UUID> newKey) {
        return new Aggregate<>(name, decider, types, newKey, newKey, views);
    }

    /** The same, its personal data under another subject's key. */
    public Aggregate<C, S, E> aboutSubject(BiFunction<UUID, S, UUID> newSubject) {
        return new Aggregate<>(name, decider, types, key, newSubject, views);
    }

    /** The same, with these read model rows. */
    @SafeVarargs
    public final Aggregate<C, S, E> withViews(InlineView<E, ?>... newViews) {
        return new Aggregate<>(name, decider, types, key, subject, List.of(newViews));
    }
}
