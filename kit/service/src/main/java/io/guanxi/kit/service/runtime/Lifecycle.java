package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.Rebuilds;
import io.guanxi.kit.service.time.BusinessClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Starts what runs beside requests, after the schema has been migrated, and ends it after the last
 * request: first what feeds the store, then what empties it, then the store.
 */
@ApplicationScoped
class Lifecycle {
    private static final Logger LOG = Logger.getLogger(Lifecycle.class);
    private static final int BEFORE_SERVICES = 100;
    private static final int AFTER_SERVICES = 10_000;
    private static final Duration CLOCK_CHECK = Duration.ofSeconds(1);

    private static final Duration WATCH = Duration.ofSeconds(2);

    private final ServiceConfig config;
    private final ServiceStore store;
    private final ServiceRelay relay;
    private final ServiceConsumers consumers;
    private final ServiceRebuilds rebuilds;
    private final MessagingWatch watch;
    private final BusinessClock clock;
    private final Timers timers;

    Lifecycle(
            ServiceConfig config,
            ServiceStore store,
            ServiceRelay relay,
            ServiceConsumers consumers,
            ServiceRebuilds rebuilds,
            MessagingWatch watch,
            BusinessClock clock,
            Timers timers) {
        this.config = config;
        this.store = store;
        this.relay = relay;
        this.consumers = consumers;
        this.rebuilds = rebuilds;
        this.watch = watch;
        this.clock = clock;
        this.timers = timers;
    }

    void start(@Observes @Priority(BEFORE_SERVICES) StartupEvent event) {
        clock.refresh();
        Rebuilds.giveUpAbandoned(consumers.configuration().write());
        if (config.demoClock()) {
            // Another instance may have moved it.
            timers.every("business-clock", CLOCK_CHECK, clock::refresh);
        }
        store.postgres().onAppend(relay.relay()::wake);
        relay.relay().start();
        consumers.consumers().start();
        timers.every("messaging-watch", WATCH, watch::look);
        LOG.infof("%s is at work; the business clock says %s", config.service(), clock.now());
    }

    void stop(@Observes @Priority(AFTER_SERVICES) ShutdownEvent event) {
        timers.stop();
        rebuilds.rebuilds().close();
        consumers.consumers().close();
        relay.relay().close();
        store.postgres().close();
    }
}
