package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.ConsumerStatus;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Whether events arrive: red while a consumer does not get on or a record it could not apply waits.
 * Requests are served all the same, so it counts for {@code /q/health} and not for readiness.
 */
@Wellness
@ApplicationScoped
class ConsumersHealth implements HealthCheck {
    private final MessagingWatch watch;

    ConsumersHealth(MessagingWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("consumers");
        boolean well = watch.away().isEmpty();
        watch.away().ifPresent(what -> answer.withData("away", what));
        for (ConsumerStatus consumer : watch.consumers().orElse(List.of())) {
            if (!consumer.healthy() || consumer.parked() > 0) {
                well = false;
                String what = consumer.healthy() ? "set aside: " : "does not get on; set aside: ";
                answer.withData(consumer.name(), what + consumer.parked());
            }
        }
        return answer.status(well).build();
    }
}
