package io.guanxi.kit.service.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How far events are behind, for the bank's monitoring. */
@ApplicationScoped
class Gauges {
    private final MeterRegistry registry;
    private final ServiceRelay relay;
    private final ServiceConsumers consumers;

    Gauges(MeterRegistry registry, ServiceRelay relay, ServiceConsumers consumers) {
        this.registry = registry;
        this.relay = relay;
        this.consumers = consumers;
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("guanxi.relay.lag", () -> relay.relay().status().lag())
                .description("Events stored and not published yet")
                .register(registry);
        Gauge.builder("guanxi.relay.healthy", () -> relay.relay().status().healthy() ? 1 : 0)
                .description("Whether stored events get to their topics")
                .register(registry);
        Gauge.builder(
                        "guanxi.consumers.lag",
                        () ->
                                consumers.status().stream()
                                        .mapToLong(ServiceConsumers.State::lag)
                                        .sum())
                .description("Records not applied yet, over all consumers")
                .register(registry);
        Gauge.builder(
                        "guanxi.consumers.stopped",
                        () -> consumers.status().stream().filter(c -> !c.healthy()).count())
                .description("Consumers that do not get on")
                .register(registry);
    }
}
