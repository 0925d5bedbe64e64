package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.GroupCommit;
import io.guanxi.kit.eventsourcing.PostgresEventStore;
import io.guanxi.kit.service.personal.SubjectKeys;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The event store of the service: one, on the `write` data source. */
@Singleton
class ServiceStore {
    private final PostgresEventStore store;

    ServiceStore(
            @DataSource("write") javax.sql.DataSource write,
            SubjectKeys keys,
            ServiceMetrics metrics,
            @ConfigProperty(name = "guanxi.append.writers") OptionalInt writers) {
        this.store = new PostgresEventStore(write, keys, groupCommit(writers), metrics);
    }

    /** Without a setting, as if the database had no other processors than those seen here. */
    private static GroupCommit groupCommit(OptionalInt writers) {
        return writers.isPresent()
                ? GroupCommit.DEFAULT.withWriters(writers.getAsInt())
                : GroupCommit.onProcessors(Runtime.getRuntime().availableProcessors());
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
