package io.guanxi.kit.eventsourcing;

import java.util.List;

/**
 * A piece of the store in position order.
 *
 * @param upTo how far it reaches, events or none: where to go on
 */
public record Stretch<E>(List<Recorded<E>> events, long upTo) {
    public Stretch {
        events = List.copyOf(events);
    }
}
