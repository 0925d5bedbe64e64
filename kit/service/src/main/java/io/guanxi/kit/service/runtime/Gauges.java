package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.ConsumerStatus;
import io.guanxi.kit.eventsourcing.RelayStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How far events are behind, for the bank's monitoring. While Kafka or the database cannot be asked
 * a number is NaN, and what says whether all is well says no.
 */
@ApplicationScoped
class Gauges {
    private static final Number UNKNOWN = Double.NaN;

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
                () -> watch.relay().<Number>map(RelayStatus::lag).orElse(UNKNOWN));
        gauge(
                "guanxi.relay.healthy",
                "1 when stored events get to their topics",
                Tags.empty(),
                () -> watch.relay().filter(RelayStatus::healthy).isPresent() ? 1 : 0);
        for (String name : consumers.names()) {
            consumer(
                    name,
                    "guanxi.consumers.lag",
                    "Records not applied yet",
                    ConsumerStatus::lag,
                    UNKNOWN);
            consumer(
                    name,
                    "guanxi.consumers.parked",
                    "Records set aside",
                    ConsumerStatus::parked,
                    UNKNOWN);
            consumer(
                    name,
                    "guanxi.consumers.stopped",
                    "1 when the consumer does not get on",
                    status -> status.healthy() ? 0L : 1L,
                    1);
        }
    }

    private void consumer(
            String name,
            String gauge,
            String what,
            Function<ConsumerStatus, Number> number,
            Number unknown) {
        gauge(
                gauge,
                what,
                Tags.of("consumer", name),
                () ->
                        watch.consumers().stream()
                                .flatMap(List::stream)
                                .filter(status -> status.name().equals(name))
                                .map(number)
                                .findFirst()
                                .orElse(unknown));
    }

    private void gauge(String name, String what, Tags tags, Supplier<Number> number) {
        Gauge.builder(name, number).description(what).tags(tags).register(registry);
    }
}
