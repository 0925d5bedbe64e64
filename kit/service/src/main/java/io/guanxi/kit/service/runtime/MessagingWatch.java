package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.ConsumerStatus;
import io.guanxi.kit.eventsourcing.RelayStatus;
import io.guanxi.kit.eventsourcing.StoreException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Looks at relay and consumers every other second, so that health checks and metrics answer at once
 * even while Kafka or the database is away. What cannot be asked is not known: an earlier answer
 * would look like a good one.
 */
@Singleton
class MessagingWatch {
    private static final Logger LOG = Logger.getLogger(MessagingWatch.class);

    private final ServiceRelay relay;
    private final ServiceConsumers consumers;
    private volatile Optional<RelayStatus> published = Optional.empty();
    private volatile Optional<List<ConsumerStatus>> consumed = Optional.empty();
    private volatile String away = "Not looked yet";

    MessagingWatch(ServiceRelay relay, ServiceConsumers consumers) {
        this.relay = relay;
        this.consumers = consumers;
    }

    void look() {
        published = answer("The relay", () -> relay.relay().status());
        consumed = answer("Kafka", () -> consumers.consumers().status());
        if (published.isPresent() && consumed.isPresent()) {
            away = null;
        }
    }

    private <T> Optional<T> answer(String who, Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (StoreException e) {
            away = "The database cannot be asked";
        } catch (RuntimeException e) {
            LOG.debugf(e, "%s cannot be asked", who);
            away = who + " cannot be asked";
        }
        return Optional.empty();
    }

    /** The relay at the last look; empty if it could not be asked. */
    Optional<RelayStatus> relay() {
        return published;
    }

    /** The consumers at the last look; empty if they could not be asked. */
    Optional<List<ConsumerStatus>> consumers() {
        return consumed;
    }

    /** What could not be asked at the last look. */
    Optional<String> away() {
        return Optional.ofNullable(away);
    }
}
