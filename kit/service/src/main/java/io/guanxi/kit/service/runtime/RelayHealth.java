package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.RelayStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether events leave. Kafka away is no reason to refuse requests (the event table is the outbox),
 * so a relay that tries again is ready; one that gave up is not.
 */
@Readiness
@ApplicationScoped
class RelayHealth implements HealthCheck {
    private final MessagingWatch watch;

    RelayHealth(MessagingWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("relay");
        Optional<RelayStatus> seen = watch.relay();
        if (seen.isEmpty()) {
            return answer.down().withData("state", "cannot be asked").build();
        }
        RelayStatus relay = seen.get();
        boolean ready = relay.healthy() || relay.state() == RelayStatus.State.RETRYING;
        return answer.status(ready)
                .withData("state", relay.state().name())
                .withData("lag", relay.lag())
                .build();
    }
}
