package io.guanxi.kit.eventsourcing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The codec of each kind of stream, and folding with it. */
final class Codecs {
    private final PersonalCipher cipher;
    private final Map<EventTypes<?>, EventCodec<?>> codecs = new ConcurrentHashMap<>();

    /**
     * @param cipher null for a reader who must not see personal data
     */
    Codecs(PersonalCipher cipher) {
        this.cipher = cipher;
    }

    @SuppressWarnings("unchecked")
    <E> EventCodec<E> of(EventTypes<E> types) {
        return (EventCodec<E>)
                codecs.computeIfAbsent(types, t -> new EventCodec<>((EventTypes<E>) t, cipher));
    }

    <E> List<Recorded<E>> decode(Aggregate<?, ?, E> aggregate, List<StoredEvent> stored) {
        EventCodec<E> codec = of(aggregate.types());
        return stored.stream().map(e -> e.decode(codec)).toList();
    }

    /** One event, seen as of the wider type that the caller asked for. */
    @SuppressWarnings("unchecked")
    <E> Recorded<E> decode(Aggregate<?, ?, ? extends E> aggregate, StoredEvent stored) {
        return (Recorded<E>) stored.decode(of(aggregate.types()));
    }

    <S, E> OpenStream<S, E> fold(
            Aggregate<?, S, E> aggregate, UUID id, StreamReader.Stored stored) {
        stored.check(aggregate.name());
        return OpenStream.fold(aggregate, id, decode(aggregate, stored.events()));
    }
}
