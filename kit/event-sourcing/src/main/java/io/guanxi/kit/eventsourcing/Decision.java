package io.guanxi.kit.eventsourcing;

import java.util.List;

/**
 * The answer of a {@link Decider}.
 *
 * @param <E> the events of the stream
 */
public sealed interface Decision<E> {

    /**
     * The command is carried out: these events happen, in this order. None means nothing changes.
     */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /**
     * The command is refused. What was seen while refusing may still be recorded: the observations
     * are appended, and the caller is told the reason all the same.
     */
    record Refused<E>(Refusal reason, List<E> observations) implements Decision<E> {
        public Refused {
            observations = List.copyOf(observations);
        }
    }

    @SafeVarargs
    static <E> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E> Decision<E> accept(List<E> events) {
        return new Accepted<>(events);
    }

    @SafeVarargs
    static <E> Decision<E> refuse(Refusal reason, E... observations) {
        return new Refused<>(reason, List.of(observations));
    }
}
