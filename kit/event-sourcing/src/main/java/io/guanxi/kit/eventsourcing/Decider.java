package io.guanxi.kit.eventsourcing;

/**
 * The rules of one kind of stream, as three pure functions. Time, ids and settings arrive with the
 * command; nothing here reads a clock, a database or a configuration.
 *
 * @param <C> what may be asked (a sealed interface of records)
 * @param <S> what a decision needs to know (a sealed interface or a record)
 * @param <E> what is recorded (a sealed interface of records, stored for ever)
 */
public interface Decider<C, S, E> {

    /** The state of a stream that has no events yet. */
    S initialState();

    /** Answers a command: which events happen, or which fact stands in the way. */
    Decision<E> decide(C command, S state);

    /** Assigns what an event recorded. Never refuses, never computes a rule again. */
    S evolve(S state, E event);
}
