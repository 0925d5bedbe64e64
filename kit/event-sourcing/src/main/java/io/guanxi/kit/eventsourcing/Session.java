package io.guanxi.kit.eventsourcing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One command's unit of work over any number of streams: load, decide, and at its end one append of
 * all that was decided. A script that lost a race is run again from the start with a new session,
 * so it must have no effect outside of it.
 */
public interface Session {

    /**
     * The stream's state and version as this session sees it, its own undurable events included.
     */
    <S> Loaded<S> load(Aggregate<?, S, ?> aggregate, UUID streamId);

    /**
     * Says which streams will be loaded, so that they are read together: for commands over hundreds
     * of streams. Loading others stays allowed.
     */
    default void preload(Collection<UUID> streams) {}

    /**
     * Decides a command on a stream and keeps its events for the append.
     *
     * @return the state after the events
     * @throws CommandRefused with the decider's reason; the session's other events are then dropped
     *     and the refusal's observations alone are stored
     */
    <C, S, E> S execute(Aggregate<C, S, E> aggregate, UUID streamId, C command);

    /**
     * Decides a command on a stream that most probably does not exist yet, without loading it
     * first: a creation is then one round trip. If the stream exists after all, nothing is stored,
     * and the script is run again on what is there.
     */
    default <C, S, E> S create(Aggregate<C, S, E> aggregate, UUID streamId, C command) {
        return execute(aggregate, streamId, command);
    }

    /** Appends an event that needs no decision. */
    <S, E> S record(Aggregate<?, S, E> aggregate, UUID streamId, E event);

    /**
     * The append fails with a lost race if this stream moves meanwhile, though nothing is written.
     */
    void guard(Aggregate<?, ?, ?> aggregate, UUID streamId);

    /**
     * Takes a key that only one owner may hold.
     *
     * @param ifTaken the reason the command is refused for when another owner holds it
     */
    void reserve(String scope, String key, UUID owner, Refusal ifTaken);

    /** Gives a key back, in the same append. */
    void release(String scope, String key, UUID owner);

    CommandContext context();

    /**
     * From here on, what is decided happened at this instant instead of the context's: for commands
     * that bring many things of different days.
     */
    void occurring(Instant at);

    /**
     * A part that may be refused without the rest: then nothing of it is kept but the observations
     * of its refusal, and the script goes on. For commands that bring many things.
     *
     * @return why it was refused; empty if it was not
     */
    Optional<Refusal> part(Runnable decisions);

    /** A state with the version of its stream; version 0 means that the stream does not exist. */
    record Loaded<S>(S state, int version) {
        public boolean exists() {
            return version > 0;
        }
    }

    /** Events this session holds for the append, in order. */
    List<Recorded<?>> pending();
}
