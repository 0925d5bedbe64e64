package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.Aggregate;

/**
 * A bean that knows a kind of stream which no {@link io.guanxi.kit.eventsourcing.Publishing} names,
 * so that its read model can be built anew like the others.
 */
public interface Unpublished {
    Aggregate<?, ?, ?> aggregate();
}
