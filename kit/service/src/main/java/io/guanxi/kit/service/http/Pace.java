package io.guanxi.kit.service.http;

import io.netty.channel.ChannelHandlerContext;
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
                    // The rest of what was answered before it had come still holds the connection;
                    // and none counts as ended while it is asked for piece by piece.
                    request.resume();
                    if (request.isEnded()) {
                        sending.remove(request);
                    }
                });
    }

    /** The answer to this request must be taken in time. */
    public void ofReading(RoutingContext http) {
        HttpServerRequest request = http.request();
        reading.put(request, 0L);
        http.addEndHandler(_ -> reading.remove(request));
    }

    /** How many are watched now. */
    int watched() {
        return sending.size() + reading.size();
    }

    private void look() {
        long now = System.nanoTime();
        sending.keySet().removeIf(request -> request.isEnded() || isGone(request));
        reading.keySet().removeIf(Pace::isGone);
        sending.forEach(
                (request, since) -> {
                    if (isTooSlow(request.bytesRead(), now - since)) {
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
        var _ = wire(request).close();
    }

    /** A response that has ended does not hear that its connection has, too. */
    private static boolean isGone(HttpServerRequest request) {
        return request.response().closed() || !wire(request).channel().isOpen();
    }

    private static ChannelHandlerContext wire(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channelHandlerContext();
    }

    private boolean isTooSlow(long bytes, long nanos) {
        return nanos > grace.toNanos() + bytes * NANOS / perSecond;
    }
}
