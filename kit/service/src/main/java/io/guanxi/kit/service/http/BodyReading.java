package io.guanxi.kit.service.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Reads bodies: unzips them, counts them, and refuses none and {@code null}. */
@Provider
public class BodyReading implements ReaderInterceptor {
    private static final long WHOLE = 10L << 20;
    private static final long STREAMED = 512L << 20;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        boolean streamed = context.getType() == InputStream.class;
        InputStream body =
                new LimitedStream(
                        unzipped(context, new LimitedStream(context.getInputStream(), STREAMED)),
                        streamed ? STREAMED : WHOLE);
        if (streamed) {
            return body;
        }
        PushbackInputStream begun = new PushbackInputStream(body);
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
