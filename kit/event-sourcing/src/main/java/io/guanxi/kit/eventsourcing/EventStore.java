package io.guanxi.kit.eventsourcing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
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

    /**
     * The same as one of many commands of a long job, which meet the same streams again and again.
     *
     * @param memory of this job's commands; the outcome is the same without it
     */
    CommandOutcome execute(
            CommandContext context, UUID mainStream, Memory memory, Consumer<Session> script);

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

    /** Folds the events of a past; version 0 means that there was no such stream then. */
    <S, E> Session.Loaded<S> load(Aggregate<?, S, E> aggregate, UUID streamId, Past past);

    /** The events of a past, in the order they are folded. */
    <E> List<Recorded<E>> read(Aggregate<?, ?, E> aggregate, UUID streamId, Past past);

    /** A view's row folded from the events of a past; its state is null if there was none. */
    <E, R> Session.Loaded<R> view(
            Aggregate<?, ?, E> aggregate, InlineView<E, R> view, UUID streamId, Past past);

    /** Which of these commands were carried out before, and how they ended. */
    Map<UUID, KnownCommand> known(Collection<UUID> commandIds);

    /** Whether a command that was carried out before was asked for in the same words. */
    boolean repeats(CommandContext context, KnownCommand before);

    /**
     * Who holds which of these keys (see {@link Session#reserve}) just now. It may have changed by
     * the time of an append, which alone decides.
     */
    Map<String, UUID> holders(String scope, Collection<String> keys);

    /** Which of these streams hold an event of one of these commands. */
    Set<UUID> touched(Collection<UUID> streams, Collection<UUID> commandIds);

    /** When the last event of each of these streams was recorded; absent where there is none. */
    Map<UUID, Instant> changedAt(Collection<UUID> streams);

    /** Begins to decide commands without storing anything. */
    Rehearsal rehearsal();

    /**
     * Up to where the store is complete: no event can appear at or below it any more. Empty while
     * an append takes unusually long; then ask again.
     */
    OptionalLong fence();

    /**
     * The events of all streams of some kinds after a position, in position order, personal data
     * decrypted where the key lives. Go on after {@link Stretch#upTo} until that is the fence.
     *
     * @param fence what {@link #fence()} said; whoever reads past it will miss events
     * @param limit how many events are looked at, also of other kinds
     */
    <E> Stretch<E> readAll(
            Collection<? extends Aggregate<?, ?, ? extends E>> kinds,
            long after,
            long fence,
            int limit);

    /** The view's row as it was when the stream had this version; null if there was none. */
    <E, R> R viewAt(
            Aggregate<?, ?, E> aggregate, InlineView<E, R> view, UUID streamId, int version);
}
