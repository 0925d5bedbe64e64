package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.KitMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What the kit measures of itself, on {@code /q/metrics}. */
@Singleton
class ServiceMetrics implements KitMetrics {
    private final MeterRegistry registry;
    private final Timer commit;
    private final DistributionSummary batch;
    private final Timer command;
    private final Counter lostRaces;
    private final Timer fence;
    private final Timer relayBatch;
    private final Counter relayed;

    ServiceMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.commit = timer("guanxi.append.commit", "A transaction of appends");
        this.batch =
                DistributionSummary.builder("guanxi.append.batch")
                        .description("Commands that shared a transaction")
                        .publishPercentileHistogram()
                        .register(registry);
        this.command = timer("guanxi.command", "A command, from its first load to its verdict");
        this.lostRaces =
                Counter.builder("guanxi.command.lost.races")
                        .description("Decisions that came too late and were taken again")
                        .register(registry);
        this.fence = timer("guanxi.relay.fence", "The relay's look, its wait for appends included");
        this.relayBatch = timer("guanxi.relay.batch", "A batch read, sent and remembered");
        this.relayed =
                Counter.builder("guanxi.relay.records")
                        .description("Records sent to topics")
                        .register(registry);
    }

    @Override
    public void appended(int commands, Duration took) {
        commit.record(took);
        batch.record(commands);
    }

    @Override
    public void executed(Duration took) {
        command.record(took);
    }

    @Override
    public void lostRace() {
        lostRaces.increment();
    }

    @Override
    public void fenceWaited(Duration took) {
        fence.record(took);
    }

    @Override
    public void relayed(int records, Duration took) {
        relayBatch.record(took);
        relayed.increment(records);
    }

    @Override
    public void applied(String consumer, int records, Duration took) {
        registry.timer("guanxi.consumer.batch", "consumer", consumer).record(took);
        registry.counter("guanxi.consumer.records", "consumer", consumer).increment(records);
    }

    @Override
    public void parked(String consumer) {
        registry.counter("guanxi.consumer.parked", "consumer", consumer).increment();
    }

    private Timer timer(String name, String what) {
        return Timer.builder(name)
                .description(what)
                .publishPercentileHistogram()
                .register(registry);
    }
}
