package io.guanxi.notification.feed;

import io.guanxi.kit.service.http.Problem;
import io.guanxi.notification.alert.AlertQueries;
import io.guanxi.notification.feed.FeedEvents.Stretch;
import io.guanxi.notification.sight.Sight;
import io.guanxi.notification.sight.Sights;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Tails the own event table for all connections of this instance, on one thread. Nobody listens:
 * nothing is read.
 */
@ApplicationScoped
class AlertFeed {
    private static final Logger LOG = Logger.getLogger(AlertFeed.class);
    private static final int PAGE = 500;

    private final FeedEvents events;
    private final AlertQueries alerts;
    private final Sights sights;
    private final FeedConfig config;
    private final List<FeedReader> readers = new CopyOnWriteArrayList<>();
    private volatile Thread thread;
    private volatile boolean stopped;

    AlertFeed(FeedEvents events, AlertQueries alerts, Sights sights, FeedConfig config) {
        this.events = events;
        this.alerts = alerts;
        this.sights = sights;
        this.config = config;
    }

    /** Takes a connection in; it goes on after {@code lastSeen}, or from now on. */
    void join(FeedReader reader, OptionalLong lastSeen) {
        if (readers.size() >= config.readers()) {
            throw Problem.busy(Duration.ofSeconds(5));
        }
        long now = events.fence().orElseThrow(() -> Problem.busy(Duration.ofSeconds(1)));
        reader.ping();
        if (lastSeen.isEmpty()) {
            reader.moveTo(now);
        } else if (lastSeen.getAsLong() > now || now - lastSeen.getAsLong() > config.resume()) {
            reader.reset(now);
            reader.moveTo(now);
        } else {
            reader.moveTo(lastSeen.getAsLong());
        }
        readers.add(reader);
        wake();
    }

    private synchronized void wake() {
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("alert-feed").start(this::run);
        } else {
            LockSupport.unpark(thread);
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopped = true;
        readers.forEach(FeedReader::close);
        Thread running = thread;
        if (running != null) {
            LockSupport.unpark(running);
        }
    }

    private void run() {
        long nextPing = System.nanoTime() + config.ping().toNanos();
        while (!stopped) {
            try {
                dropClosed();
                round();
                if (System.nanoTime() - nextPing >= 0) {
                    readers.forEach(FeedReader::ping);
                    nextPing += config.ping().toNanos();
                }
            } catch (RuntimeException e) {
                LOG.warn("The alert feed pauses: " + e.getMessage());
                LOG.debug("The alert feed pauses", e);
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
            LockSupport.parkNanos(readers.isEmpty() ? Long.MAX_VALUE : config.poll().toNanos());
        }
    }

    private void dropClosed() {
        Instant now = Instant.now();
        long patience = config.patience().toNanos();
        List<FeedReader> over =
                readers.stream().filter(reader -> reader.over(now, patience)).toList();
        readers.removeAll(over);
        over.forEach(FeedReader::close);
    }

    /** Gives each connection what is new to it; those at the same place share one read. */
    private void round() {
        if (readers.isEmpty()) {
            return;
        }
        OptionalLong fence = events.fence();
        if (fence.isEmpty()) {
            return;
        }
        Map<Long, Stretch> shared = new HashMap<>();
        for (FeedReader reader : readers) {
            boolean more = reader.position() < fence.getAsLong();
            while (more && reader.room() >= PAGE) {
                Stretch stretch =
                        shared.computeIfAbsent(
                                reader.position(),
                                after -> events.read(after, fence.getAsLong(), PAGE));
                deliver(stretch, reader);
                more = stretch.upTo() < fence.getAsLong();
            }
        }
    }

    private void deliver(Stretch stretch, FeedReader reader) {
        if (!stretch.events().isEmpty()) {
            Sight sight = sights.later(reader.personId(), reader.roles());
            Set<UUID> ids = new HashSet<>();
            stretch.events().forEach(event -> ids.add(event.alertId()));
            Set<UUID> visible = alerts.visible(ids, sight);
            stretch.events().stream()
                    .filter(event -> visible.contains(event.alertId()))
                    .forEach(reader::send);
        }
        reader.moveTo(stretch.upTo());
    }
}
