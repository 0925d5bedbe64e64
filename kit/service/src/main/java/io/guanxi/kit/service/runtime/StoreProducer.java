package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Makes the event store of the service injectable. */
@ApplicationScoped
class StoreProducer {

    @Produces
    @ApplicationScoped
    EventStore store() {
        throw new UnsupportedOperationException("Not built yet.");
    }
}
