package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.Consumers;
import io.guanxi.kit.eventsourcing.Projection;
import io.guanxi.kit.eventsourcing.Reaction;
import io.guanxi.kit.service.book.DirectoryProjection;
import io.guanxi.kit.service.time.BusinessClock;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Every {@link Projection} and {@link Reaction} bean of the service, each its own consumer. */
@Singleton
class ServiceConsumers {
    private final Consumers consumers;
    private final Set<String> names;
    private final Consumers.Configuration configuration;

    ServiceConsumers(
            ServiceConfig config,
            ServiceStore store,
            @DataSource("write") javax.sql.DataSource write,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            BusinessClock clock,
            @All List<Projection> projections,
            @All List<Reaction> reactions,
            ServiceMetrics metrics,
            @ConfigProperty(name = "guanxi.consumers.lanes", defaultValue = "1") int lanes) {
        List<Projection> wanted =
                projections.stream()
                        .filter(
                                p ->
                                        config.consumesDirectory()
                                                || !p.name().equals(DirectoryProjection.NAME))
                        .toList();
        this.names =
                Stream.concat(
                                wanted.stream().map(Projection::name),
                                reactions.stream().map(Reaction::name))
                        .collect(Collectors.toCollection(TreeSet::new));
        this.configuration =
                new Consumers.Configuration(config.service(), write, kafka, clock::now)
                        .withLanes(lanes);
        this.consumers = new Consumers(configuration, store.postgres(), wanted, reactions, metrics);
    }

    Set<String> names() {
        return names;
    }

    Consumers.Configuration configuration() {
        return configuration;
    }

    Consumers consumers() {
        return consumers;
    }
}
