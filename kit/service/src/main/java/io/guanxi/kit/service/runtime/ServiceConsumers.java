package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.Projection;
import io.guanxi.kit.eventsourcing.Reaction;
import io.guanxi.kit.service.book.DirectoryProjection;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Every {@link Projection} and {@link Reaction} bean of the service, each its own consumer. */
@Singleton
class ServiceConsumers {
    private static final Logger LOG = Logger.getLogger(ServiceConsumers.class);

    /** How far one consumer is; healthy unless something stops it. */
    public record State(
            String name, long lag, boolean healthy, String error, List<Place> partitions) {}

    /** How far it is in one partition. */
    public record Place(String topic, int partition, long nextOffset, long lag) {}

    private final List<Projection> projections;
    private final List<Reaction> reactions;

    ServiceConsumers(
            ServiceConfig config,
            @All List<Projection> projections,
            @All List<Reaction> reactions) {
        this.projections =
                projections.stream()
                        .filter(
                                p ->
                                        config.consumesDirectory()
                                                || !p.name().equals(DirectoryProjection.NAME))
                        .toList();
        this.reactions = reactions;
    }

    void start() {
        LOG.infof("%d projections, %d reactions", projections.size(), reactions.size());
    }

    void stop() {}

    List<State> status() {
        return List.of();
    }
}
