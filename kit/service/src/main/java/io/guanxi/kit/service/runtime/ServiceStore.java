package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.GroupCommit;
import io.guanxi.kit.eventsourcing.PostgresEventStore;
import io.guanxi.kit.service.personal.SubjectKeys;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The event store of the service: one, on the `write` data source. */
@Singleton
class ServiceStore {
    private final PostgresEventStore store;

    ServiceStore(
            @DataSource("write") javax.sql.DataSource write,
            SubjectKeys keys,
            ServiceMetrics metrics) {
        int processors = Runtime.getRuntime().availableProcessors();
        this.store =
                new PostgresEventStore(write, keys, GroupCommit.onProcessors(processors), metrics);
    }

    @Produces
    @ApplicationScoped
    EventStore store() {
        return store;
    }

    PostgresEventStore postgres() {
        return store;
    }
}
