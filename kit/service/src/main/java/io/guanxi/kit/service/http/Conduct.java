package io.guanxi.kit.service.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Locale;
import org.jboss.logging.MDC;

/** What happens to every request before anything else: its trace, the limits, the headers. */
@ApplicationScoped
class Conduct {
    private static final int FIRST = 1000;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final long LARGEST = 512L << 20;
    private static final int LONGEST_TARGET = 8192;
    private static final int LONGEST_LENGTH = 18;
    private static final String NOTHING_TO_RUN = "default-src 'none'; frame-ancestors 'none'";

    private final Strangers strangers;
    private final Pace pace;

    Conduct(Strangers strangers, Pace pace) {
        this.strangers = strangers;
        this.pace = pace;
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, FIRST);
    }

    private void begin(RoutingContext http) {
        MDC.put("traceId", Trace.id(http));
        http.response()
                .putHeader("X-Request-Id", Trace.id(http))
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Content-Security-Policy", NOTHING_TO_RUN)
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cache-Control", "no-store");
        if (http.request().isSSL()) {
            http.response().putHeader("Strict-Transport-Security", "max-age=31536000");
        }
        Problem problem = wrong(http);
        if (problem == null) {
            if (hasBody(http.request())) {
                pace.ofSending(http);
            }
            http.next();
        } else {
            end(http, problem);
        }
    }

    private Problem wrong(RoutingContext http) {
        if (!strangers.mayEnter(http)) {
            return Problem.tooFast(A_MOMENT);
        }
        String target = http.request().uri();
        if (target.length() > LONGEST_TARGET) {
            return Problem.of(414, "address.too-long", "The address is too long.");
        }
        if (path(target).toLowerCase(Locale.ROOT).contains("%00")) {
            return Problem.of(404, "path.unknown", "Nothing is served at this address.");
        }
        String length = http.request().getHeader("Content-Length");
        if (length != null
                && (length.length() > LONGEST_LENGTH || Long.parseLong(length) > LARGEST)) {
            return Problem.tooLarge("body.too-large", "The body is larger than 512 MiB.");
        }
        return null;
    }

    /** Under HTTP/2 nothing need announce one. */
    private static boolean hasBody(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2
                || request.headers().contains("Transfer-Encoding")
                || request.headers().contains("Content-Length");
    }

    private static String path(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private static void end(RoutingContext http, Problem problem) {
        HttpServerResponse response = http.response();
        problem.retryAfter()
                .ifPresent(
                        after ->
                                response.putHeader(
                                        "Retry-After", Long.toString(after.toSeconds())));
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", ProblemAnswers.TYPE)
                .putHeader("Connection", "close")
                .end(io.vertx.core.buffer.Buffer.buffer(ProblemAnswers.body(problem, http)))
                .onComplete(_ -> http.request().connection().close());
    }
}
