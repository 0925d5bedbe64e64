package io.guanxi.kit.eventsourcing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Which past of a stream is asked for. Either bound alone or both: "what had happened by June, as
 * we knew it in July". A past is always folded from the events, never from a snapshot.
 *
 * @param asOf counts what had happened by then, however late it was learned, folded by (occurredAt,
 *     version); null for all that has happened
 * @param knownAt counts what had been recorded by then; null for all that is known
 */
public record Past(Instant asOf, Instant knownAt) {
    /** No bound: the stream as it is. */
    public static final Past NOW = new Past(null, null);

    /** What was true at an instant. */
    public static Past asOf(Instant at) {
        return new Past(Objects.requireNonNull(at), null);
    }

    /** What we knew at an instant. */
    public static Past knownAt(Instant at) {
        return new Past(null, Objects.requireNonNull(at));
    }

    public boolean isNow() {
        return asOf == null && knownAt == null;
    }

    /** The events that count, in the order they are folded. */
    <E> List<Recorded<E>> of(List<Recorded<E>> stream) {
        if (isNow()) {
            return stream;
        }
        Comparator<Recorded<E>> order = Comparator.comparing(Recorded::version);
        if (asOf != null) {
            order =
                    Comparator.<Recorded<E>, Instant>comparing(Recorded::occurredAt)
                            .thenComparing(order);
        }
        return stream.stream().filter(this::counts).sorted(order).toList();
    }

    private boolean counts(Recorded<?> event) {
        return (asOf == null || !event.occurredAt().isAfter(asOf))
                && (knownAt == null || !event.recordedAt().isAfter(knownAt));
    }
}
