package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.ConsumerStatus;
import io.guanxi.kit.eventsourcing.RelayStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
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
    private final ServiceStore store;
    private final ServiceConsumers consumers;

    Gauges(
            MeterRegistry registry,
            MessagingWatch watch,
            ServiceStore store,
            ServiceConsumers consumers) {
        this.registry = registry;
        this.watch = watch;
        this.store = store;
        this.consumers = consumers;
    }

    void register(@Observes StartupEvent event) {
        gauge(
                "guanxi.append.waiting",
                "Commands that wait for a writer",
                Tags.empty(),
                () -> store.postgres().waiting());
        gauge(
                "guanxi.relay.lag",
                "Events stored and not published yet",
                Tags.empty(),
                () -> watch.relay().map(RelayStatus::lag).orElse(0L));
        gauge(
                "guanxi.relay.healthy",
                "1 when stored events get to their topics",
                Tags.empty(),
                () -> watch.relay().filter(RelayStatus::healthy).map(_ -> 1L).orElse(0L));
        for (String name : consumers.names()) {
            consumer(name, "guanxi.consumers.lag", "Records not applied yet", ConsumerStatus::lag);
            consumer(name, "guanxi.consumers.parked", "Records set aside", ConsumerStatus::parked);
            consumer(
                    name,
                    "guanxi.consumers.stopped",
                    "1 when the consumer does not get on",
                    status -> status.healthy() ? 0 : 1);
        }
    }

    private void consumer(
            String name, String gauge, String what, ToLongFunction<ConsumerStatus> number) {
        gauge(
                gauge,
                what,
                Tags.of("consumer", name),
                () ->
                        watch.consumers().stream()
                                .filter(status -> status.name().equals(name))
                                .mapToLong(number)
                                .sum());
    }

    private void gauge(String name, String what, Tags tags, Supplier<Number> number) {
        Gauge.builder(name, number).description(what).tags(tags).register(registry);
    }
}
