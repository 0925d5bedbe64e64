package io.guanxi.kit.service.http;

import io.guanxi.kit.service.security.Caller;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads bodies: unzips them, counts them, and refuses none and {@code null}. A long one holds a
 * thread while it comes, however slowly, so there are only so many of them at once.
 */
@Provider
public class BodyReading implements ReaderInterceptor {
    private static final long WHOLE = 10L << 20;
    private static final long STREAMED = 512L << 20;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Caller caller;
    private final RoutingContext http;
    private final long awaited;
    private final Places places;

    BodyReading(
            Caller caller,
            RoutingContext http,
            @ConfigProperty(name = "quarkus.rest.input-buffer-size") MemorySize awaited,
            @ConfigProperty(name = "guanxi.bodies.long-at-once") int atOnce) {
        this.caller = caller;
        this.http = http;
        this.awaited = awaited.asLongValue();
        this.places = new Places(atOnce);
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        boolean streamed = context.getType() == InputStream.class;
        if (hasCome(context)) {
            return streamed ? limited(context, STREAMED) : whole(context);
        }
        String sender = caller.id();
        if (!places.take(sender)) {
            throw Problem.busy(A_MOMENT);
        }
        if (streamed) {
            http.addEndHandler(_ -> places.give(sender));
            return limited(context, STREAMED);
        }
        try {
            return whole(context);
        } finally {
            places.give(sender);
        }
    }

    /** Before a thread was taken for it. */
    private boolean hasCome(ReaderInterceptorContext context) {
        String length = context.getHeaders().getFirst("Content-Length");
        return length != null && Long.parseLong(length) <= awaited;
    }

    private static Object whole(ReaderInterceptorContext context) throws IOException {
        PushbackInputStream begun = new PushbackInputStream(limited(context, WHOLE));
        int first = begun.read();
        if (first < 0) {
            throw missing();
        }
        begun.unread(first);
        context.setInputStream(begun);
        Object read = context.proceed();
        if (read == null) {
            throw missing();
        }
        return read;
    }

    private static InputStream limited(ReaderInterceptorContext context, long most)
            throws IOException {
        return new LimitedStream(
                unzipped(context, new LimitedStream(context.getInputStream(), STREAMED)), most);
    }

    private static InputStream unzipped(ReaderInterceptorContext context, InputStream body)
            throws IOException, WebApplicationException {
        String encoding = context.getHeaders().getFirst("Content-Encoding");
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return body;
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw Problem.of(415, "encoding.unsupported", "Only gzip is taken as an encoding.");
        }
        return UnzippedStream.of(body);
    }

    private static Problem missing() {
        return Problem.badRequest("body.missing", "This operation needs a body.");
    }
}
