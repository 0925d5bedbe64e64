package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.ConsumerStatus;
import io.guanxi.kit.eventsourcing.RelayStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** How far events are behind, for the bank's monitoring. */
@ApplicationScoped
class Gauges {
    private final MeterRegistry registry;
    private final MessagingWatch watch;

    Gauges(MeterRegistry registry, MessagingWatch watch) {
        this.registry = registry;
        this.watch = watch;
    }

    void register(@Observes StartupEvent event) {
        gauge(
                "guanxi.relay.lag",
                "Events stored and not published yet",
                () -> watch.relay().map(RelayStatus::lag).orElse(0L));
        gauge(
                "guanxi.relay.healthy",
                "1 when stored events get to their topics",
                () -> watch.relay().filter(RelayStatus::healthy).map(_ -> 1L).orElse(0L));
        consumers("guanxi.consumers.lag", "Records not applied yet", ConsumerStatus::lag);
        consumers("guanxi.consumers.parked", "Records set aside", ConsumerStatus::parked);
        consumers(
                "guanxi.consumers.stopped",
                "Consumers that do not get on",
                consumer -> consumer.healthy() ? 0 : 1);
    }

    private void consumers(String name, String what, ToLongFunction<ConsumerStatus> number) {
        gauge(name, what, () -> watch.consumers().stream().mapToLong(number).sum());
    }

    private void gauge(String name, String what, Supplier<Number> number) {
        Gauge.builder(name, number).description(what).register(registry);
    }
}
