package io.guanxi.kit.eventsourcing;

import java.util.List;

/**
 * The public face of one aggregate: a pure function from a stored event to 0..9 public ones. It
 * sees no personal data (those components are null here), and gives the same answer for ever within
 * one contract version, for the relay may ask again.
 */
public interface Publishing<E> {

    Aggregate<?, ?, E> aggregate();

    List<PublicEvent> publish(Recorded<E> event);
}
