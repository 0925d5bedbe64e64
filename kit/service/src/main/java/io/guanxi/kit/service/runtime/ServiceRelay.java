package io.guanxi.kit.service.runtime;

import io.guanxi.contracts.Topics;
import io.guanxi.kit.eventsourcing.DirectDatabase;
import io.guanxi.kit.eventsourcing.Publishing;
import io.guanxi.kit.eventsourcing.Relay;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The relay of the service, with every {@link Publishing} bean there is. */
@Singleton
class ServiceRelay {
    private final Relay relay;

    ServiceRelay(
            ServiceConfig config,
            @DataSource("write") javax.sql.DataSource write,
            @ConfigProperty(name = "quarkus.datasource.write.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.write.username") String user,
            @ConfigProperty(name = "quarkus.datasource.write.password") String password,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @All List<Publishing<?>> publishings,
            ServiceMetrics metrics) {
        this.relay =
                new Relay(
                        new Relay.Configuration(
                                config.service(),
                                new DirectDatabase(url, user, password),
                                write,
                                kafka,
                                topics(config.service())),
                        publishings,
                        metrics);
    }

    /** Each topic has one service that writes to it. */
    private static Set<String> topics(String service) {
        return switch (service) {
            case "client-service" -> Set.of(Topics.DIRECTORY, Topics.CLIENTS);
            case "visit-service" -> Set.of(Topics.VISITS);
            case "scoring-service" -> Set.of(Topics.SCORES);
            case "notification-service" -> Set.of(Topics.ALERTS);
            default -> Set.copyOf(Topics.ALL);
        };
    }

    Relay relay() {
        return relay;
    }
}
