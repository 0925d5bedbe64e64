package io.guanxi.kit.eventsourcing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The one way to write, and the ways to read. Safe for any number of threads; callers block until
 * their command is durable.
 */
public interface EventStore {

    /**
     * Runs a command over one or more streams and appends all its events in one transaction.
     *
     * @param mainStream the stream whose version answers {@code If-Match} and becomes the ETag
     * @throws CommandRefused a rule said no, or a reservation was taken
     * @throws StoreException.VersionStale the caller's expected version is not the stream's
     * @throws StoreException.IdempotencyMismatch the command id was used for another request
     * @throws StoreException.Busy the append queue is full; nothing is stored
     * @throws StoreException.LostRace the race was lost 3 times; nothing is stored
     */
    CommandOutcome execute(CommandContext context, UUID mainStream, Consumer<Session> script);

    /** One command on one stream. */
    default <C, S, E> CommandOutcome execute(
            CommandContext context, Aggregate<C, S, E> aggregate, UUID streamId, C command) {
        return execute(context, streamId, session -> session.execute(aggregate, streamId, command));
    }

    /**
     * The stream's events after {@code fromVersion}, personal data decrypted where the key lives.
     */
    <E> List<Recorded<E>> read(Aggregate<?, ?, E> aggregate, UUID streamId, int fromVersion);

    /** Folds the whole stream. */
    <S, E> Session.Loaded<S> load(Aggregate<?, S, E> aggregate, UUID streamId);

    /**
     * What was true at an instant: events with occurredAt ≤ at, folded by (occurredAt, version).
     */
    <S, E> Session.Loaded<S> loadAsOf(Aggregate<?, S, E> aggregate, UUID streamId, Instant at);

    /** What was known at an instant: the prefix of the stream recorded until then. */
    <S, E> Session.Loaded<S> loadKnownAt(Aggregate<?, S, E> aggregate, UUID streamId, Instant at);

    /** The view's row as it was when the stream had this version; null if there was none. */
    <E, R> R viewAt(
            Aggregate<?, ?, E> aggregate, InlineView<E, R> view, UUID streamId, int version);
}
