package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.Consumers;
import io.guanxi.kit.eventsourcing.Projection;
import io.guanxi.kit.eventsourcing.Publishing;
import io.guanxi.kit.eventsourcing.Rebuilds;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The read models of the service that can be built anew: of its own streams and of topics. */
@Singleton
class ServiceRebuilds {
    private final Rebuilds rebuilds;

    ServiceRebuilds(
            ServiceStore store,
            ServiceConsumers consumers,
            @All List<Projection> projections,
            @All List<Publishing<?>> publishings,
            @All List<Unpublished> others) {
        List<Aggregate<?, ?, ?>> aggregates = new ArrayList<>();
        publishings.forEach(publishing -> aggregates.add(publishing.aggregate()));
        others.forEach(other -> aggregates.add(other.aggregate()));
        Consumers.Configuration configuration = consumers.configuration();
        this.rebuilds =
                new Rebuilds(
                        configuration,
                        store.postgres(),
                        aggregates,
                        projections.stream()
                                .filter(p -> consumers.names().contains(p.name()))
                                .toList());
    }

    Rebuilds rebuilds() {
        return rebuilds;
    }
}
