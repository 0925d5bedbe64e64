package io.guanxi.kit.service.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.kit.service.http.Ndjson;
import io.guanxi.kit.service.http.Pace;
import io.guanxi.kit.service.http.Places;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.security.Caller;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers of any length: rows are read page by page and written as they come, so that one page is
 * held, and no connection to the database while a slow reader reads. So many at once and no more,
 * and none for a reader who is slower than the least pace.
 */
@ApplicationScoped
class RowStreams {
    private static final Duration A_MOMENT = Duration.ofSeconds(5);
    private static final int BUFFER = 1 << 16;

    private final ObjectMapper json;
    private final RoutingContext http;
    private final Caller caller;
    private final Pace pace;
    private final Places places;

    RowStreams(
            ObjectMapper json,
            RoutingContext http,
            Caller caller,
            Pace pace,
            @ConfigProperty(name = "guanxi.exports.at-once") int atOnce) {
        this.json = json;
        this.http = http;
        this.caller = caller;
        this.pace = pace;
        this.places = new Places(atOnce);
    }

    /** How rows are written. */
    interface Format {
        default void begin(OutputStream out) throws IOException {}

        void row(OutputStream out, Object row) throws IOException;
    }

    /** Whether the caller wants the answer in this type rather than in the usual one. */
    static boolean asked(HttpHeaders headers, String type, String usual) {
        return headers.getAcceptableMediaTypes().stream()
                .filter(each -> !each.isWildcardType())
                .map(each -> each.getType() + "/" + each.getSubtype())
                .filter(each -> each.equals(type) || each.equals(usual))
                .findFirst()
                .filter(type::equals)
                .isPresent();
    }

    /** One JSON object a line. */
    Format ndjson() {
        return (out, row) -> {
            out.write(json.writeValueAsBytes(row));
            out.write('\n');
        };
    }

    /**
     * Answers with all rows.
     *
     * @param pages gives the next rows each time; none: that was all
     */
    Response.ResponseBuilder stream(String type, Format format, Supplier<? extends List<?>> pages) {
        String reader = caller.id();
        if (!places.take(reader)) {
            throw Problem.busy(A_MOMENT);
        }
        http.addEndHandler(_ -> places.give(reader));
        pace.ofReading(http);
        // Before the answer begins: what is wrong can still be said.
        List<?> first = pages.get();
        StreamingOutput body =
                out -> {
                    OutputStream buffered = new BufferedOutputStream(out, BUFFER);
                    format.begin(buffered);
                    for (List<?> page = first; !page.isEmpty(); page = pages.get()) {
                        for (Object row : page) {
                            format.row(buffered, row);
                        }
                    }
                    buffered.flush();
                };
        return Response.ok(body, type);
    }

    Response ndjson(Supplier<? extends List<?>> pages) {
        return stream(Ndjson.TYPE, ndjson(), pages).build();
    }
}
