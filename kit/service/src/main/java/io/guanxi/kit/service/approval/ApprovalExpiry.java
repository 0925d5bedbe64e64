package io.guanxi.kit.service.approval;

import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Uuids;
import io.guanxi.kit.service.approval.ApprovalCommand.ExpireApproval;
import io.guanxi.kit.service.runtime.DueWork;
import io.guanxi.kit.service.runtime.Timers;
import io.guanxi.kit.service.time.BusinessClock;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Records that nobody decided in time; by the clock a request has ended before that. */
@ApplicationScoped
public class ApprovalExpiry implements DueWork {
    private static final String NAME = "approval-expiry";
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 500;

    private final EventStore store;
    private final ApprovalTable table;
    private final BusinessClock clock;
    private final String service;

    ApprovalExpiry(
            EventStore store,
            ApprovalTable table,
            BusinessClock clock,
            @ConfigProperty(name = "guanxi.service") String service) {
        this.store = store;
        this.table = table;
        this.clock = clock;
        this.service = service;
    }

    void start(@Observes StartupEvent started, Timers timers) {
        timers.every(NAME, PAUSE, this::run);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long due(Instant now) {
        return table.expired(now, AT_ONCE).size();
    }

    private void run() {
        Instant now = clock.now();
        List<String> things = table.expired(now, AT_ONCE);
        while (!things.isEmpty()) {
            things.forEach(thing -> expire(thing, now));
            things = things.size() < AT_ONCE ? List.of() : table.expired(now, AT_ONCE);
        }
    }

    private void expire(String thing, Instant now) {
        UUID stream = ApprovalStream.of(thing);
        store.execute(
                CommandContext.of(Uuids.v7(), "svc:" + service, now),
                ApprovalStream.APPROVAL,
                stream,
                new ExpireApproval(now));
    }
}
