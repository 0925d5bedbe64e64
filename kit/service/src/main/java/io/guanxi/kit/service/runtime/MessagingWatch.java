package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.ConsumerStatus;
import io.guanxi.kit.eventsourcing.Consumers;
import io.guanxi.kit.eventsourcing.RelayStatus;
import io.guanxi.kit.eventsourcing.StoreException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Looks at relay and consumers every other second, so that health checks and metrics answer at once
 * even while Kafka or the database is away.
 */
@Singleton
class MessagingWatch {
    private final ServiceRelay relay;
    private final ServiceConsumers consumers;
    private volatile Optional<RelayStatus> published = Optional.empty();
    private volatile List<ConsumerStatus> consumed = List.of();
    private volatile String away;

    MessagingWatch(ServiceRelay relay, ServiceConsumers consumers) {
        this.relay = relay;
        this.consumers = consumers;
    }

    void look() {
        try {
            published = Optional.of(relay.relay().status());
            consumed = consumers.consumers().status();
            away = null;
        } catch (StoreException.Unavailable e) {
            away = "The database cannot be asked";
        } catch (Consumers.KafkaAway e) {
            away = "Kafka cannot be asked";
        }
    }

    /** The relay as last seen; empty before the first look. */
    Optional<RelayStatus> relay() {
        return published;
    }

    /** The consumers as last seen. */
    List<ConsumerStatus> consumers() {
        return consumed;
    }

    /** What could not be asked at the last look. */
    Optional<String> away() {
        return Optional.ofNullable(away);
    }
}
