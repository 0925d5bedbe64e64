package io.guanxi.kit.eventsourcing;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A stream as a session sees it: folded from what is stored and what the session adds. Immutable,
 * so that a refused command leaves nothing behind.
 *
 * @param loadedVersion the stored version, which the append expects
 * @param loadedRows the view rows at that version, one per view, null where there is none
 */
record OpenStream<S, E>(
        Aggregate<?, S, E> aggregate,
        UUID id,
        int loadedVersion,
        int version,
        S state,
        Object[] loadedRows,
        Object[] rows) {

    static <S, E> OpenStream<S, E> start(Aggregate<?, S, E> aggregate, UUID id) {
        Object[] none = new Object[aggregate.views().size()];
        return new OpenStream<>(
                aggregate, id, 0, 0, aggregate.decider().initialState(), none, none);
    }

    static <S, E> OpenStream<S, E> fold(
            Aggregate<?, S, E> aggregate, UUID id, List<Recorded<E>> stored) {
        return start(aggregate, id).fold(stored);
    }

    /** The same with what has been stored since. */
    OpenStream<S, E> fold(List<Recorded<E>> stored) {
        OpenStream<S, E> stream = this;
        for (Recorded<E> event : stored) {
            stream = stream.after(event);
        }
        return stream.asLoaded();
    }

    OpenStream<S, E> after(Recorded<E> event) {
        S next = aggregate.decider().evolve(state, event.event());
        return after(next, event);
    }

    /** The same when the state after the event is known already. */
    OpenStream<S, E> after(S next, Recorded<E> event) {
        Object[] nextRows = Arrays.copyOf(rows, rows.length);
        for (int i = 0; i < nextRows.length; i++) {
            nextRows[i] = evolve(aggregate.views().get(i), nextRows[i], event);
        }
        return new OpenStream<>(
                aggregate, id, loadedVersion, event.version(), next, loadedRows, nextRows);
    }

    /** The same for who knows the kind by its types. */
    @SuppressWarnings("unchecked")
    <T, F> OpenStream<T, F> as(Aggregate<?, T, F> kind) {
        if (!aggregate.name().equals(kind.name())) {
            throw new StoreException.WrongKind(kind.name(), aggregate.name());
        }
        return (OpenStream<T, F>) this;
    }

    boolean moved() {
        return version > loadedVersion;
    }

    /** The same when all of it is stored. */
    OpenStream<S, E> asLoaded() {
        return new OpenStream<>(aggregate, id, version, version, state, rows, rows);
    }

    private static <E, R> R evolve(InlineView<E, R> view, Object row, Recorded<E> event) {
        return view.evolve(view.rowType().cast(row), event);
    }
}
