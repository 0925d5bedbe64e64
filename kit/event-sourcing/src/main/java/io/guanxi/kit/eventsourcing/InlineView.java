package io.guanxi.kit.eventsourcing;

/**
 * A read model row written in the append itself, so that whoever wrote can read it back at once. It
 * is a fold of one stream, upserted whole into {@code table}; the row is a record whose components
 * are the columns (camelCase becomes snake_case; nested values become jsonb). The row's own id
 * column must be the table's only unique key and the same for the life of the stream.
 *
 * @param <E> the events of the stream
 * @param <R> the row
 */
public interface InlineView<E, R> {

    /** The table; it must have a column for every component of {@code R}. */
    String table();

    Class<R> rowType();

    /**
     * The row after the event; {@code row} is null before the first one, a null result is no row.
     */
    R evolve(R row, Recorded<E> event);
}
