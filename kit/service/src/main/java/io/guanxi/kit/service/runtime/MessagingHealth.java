package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.RelayStatus;
import io.guanxi.kit.eventsourcing.StoreException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether events leave and arrive. Kafka away is no reason to refuse requests (the event table is
 * the outbox), so a relay that tries again is ready; one that gave up, or a consumer stopped by a
 * record it cannot apply, is not.
 */
@Readiness
@ApplicationScoped
class MessagingHealth implements HealthCheck {
    private final ServiceRelay relay;
    private final ServiceConsumers consumers;

    MessagingHealth(ServiceRelay relay, ServiceConsumers consumers) {
        this.relay = relay;
        this.consumers = consumers;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("messaging");
        boolean ready = true;
        try {
            RelayStatus status = relay.relay().status();
            ready = status.healthy() || status.state() == RelayStatus.State.RETRYING;
            answer.withData("relay", status.state().name()).withData("relayLag", status.lag());
        } catch (StoreException.Unavailable e) {
            return answer.down().withData("error", "The database cannot be asked").build();
        }
        for (ServiceConsumers.State consumer : consumers.status()) {
            if (!consumer.healthy()) {
                ready = false;
                answer.withData(consumer.name(), String.valueOf(consumer.error()));
            }
        }
        return answer.status(ready).build();
    }
}
