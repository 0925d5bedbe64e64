package io.guanxi.kit.service.http;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How fast a body must come, and a streamed answer be taken: after a first while so many bytes a
 * second on average. A byte now and then is never idle, and would hold a thread for ever.
 */
@ApplicationScoped
public class Pace {
    private static final Duration TICK = Duration.ofMillis(500);
    private static final double NANOS = 1e9;

    /** Since when, by the nanosecond clock. */
    private final Map<HttpServerRequest, Long> sending = new ConcurrentHashMap<>();

    /** How long they let us wait, in nanoseconds: what we take ourselves is not theirs. */
    private final Map<HttpServerRequest, Long> reading = new ConcurrentHashMap<>();

    private final Duration grace;
    private final long perSecond;

    Pace(
            @ConfigProperty(name = "guanxi.pace.grace") Duration grace,
            @ConfigProperty(name = "guanxi.pace.least-per-second") MemorySize least) {
        this.grace = grace;
        this.perSecond = least.asLongValue();
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(TICK.toMillis(), _ -> look());
    }

    /** The body of this request must come in time. */
    void ofSending(RoutingContext http) {
        HttpServerRequest request = http.request();
        sending.put(request, System.nanoTime());
        http.addEndHandler(
                _ -> {
                    if (request.isEnded()) {
                        sending.remove(request);
                    } else {
                        // Answered without its body, which holds the connection until it has come.
                        request.resume();
                    }
                });
    }

    /** The answer to this request must be taken in time. */
    public void ofReading(RoutingContext http) {
        HttpServerRequest request = http.request();
        reading.put(request, 0L);
        http.addEndHandler(_ -> reading.remove(request));
    }

    private void look() {
        long now = System.nanoTime();
        sending.forEach(
                (request, since) -> {
                    if (request.isEnded() || request.response().closed()) {
                        sending.remove(request);
                    } else if (isTooSlow(request.bytesRead(), now - since)) {
                        cut(request);
                    }
                });
        reading.replaceAll(
                (request, waited) ->
                        request.response().writeQueueFull() ? waited + TICK.toNanos() : waited);
        reading.forEach(
                (request, waited) -> {
                    if (isTooSlow(request.response().bytesWritten(), waited)) {
                        cut(request);
                    }
                });
    }

    /** As one that is idle: the connection's own close would first write what is not taken. */
    private static void cut(HttpServerRequest request) {
        var _ = ((ConnectionBase) request.connection()).channelHandlerContext().close();
    }

    private boolean isTooSlow(long bytes, long nanos) {
        return nanos > grace.toNanos() + bytes * NANOS / perSecond;
    }
}
