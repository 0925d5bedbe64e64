package io.guanxi.kit.eventsourcing;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Decides commands one after the other as if each had been appended, and stores nothing. It holds
 * what they decided until told to forget it; for one thread.
 */
public interface Rehearsal {

    /**
     * Decides a command on top of the ones before it.
     *
     * @throws CommandRefused a rule said no, or a reservation is taken; nothing of it is kept
     */
    void execute(CommandContext context, UUID mainStream, Consumer<Session> script);

    /** Lets go of streams that no later command depends on, so that thousands fit into memory. */
    void forget(Collection<UUID> streams);
}
