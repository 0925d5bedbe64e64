package io.guanxi.kit.eventsourcing;

import java.util.Set;
import java.util.UUID;

/**
 * Topics in, own events out: {@code When…Then…}. A batch of events is one transaction: the target
 * streams are locked in id order, loaded together, decided one event after the other, appended, and
 * the offset moved. The command id is made from the reaction's name and the event's id.
 *
 * <p>With several lanes it is called by as many threads at once, each with keys of its own.
 */
public interface Reaction {

    /** Its stored name, for ever. */
    String name();

    Set<String> topics();

    /** The CloudEvents types it reacts to. */
    Set<String> types();

    /** The streams that {@link #react} will load or write for this event; no others are allowed. */
    Set<UUID> targets(InboundEvent event);

    /** Decides. A {@link CommandRefused} drops this event's own writes and is not an error. */
    void react(InboundEvent event, Session session);
}
