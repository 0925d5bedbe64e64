package io.guanxi.kit.service.http;

import io.guanxi.kit.eventsourcing.Json;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Writes a {@link Problem} as the answer to the request being served. */
@ApplicationScoped
class ProblemAnswers {
    static final String TYPE = "application/problem+json";
    private static final int UNAUTHENTICATED = 401;
    private static final int TOO_LARGE = 413;

    private final RoutingContext http;

    ProblemAnswers(RoutingContext http) {
        this.http = http;
    }

    Response answer(Problem problem) {
        return builder(problem).build();
    }

    Response.ResponseBuilder builder(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status())
                        .entity(body(problem, http))
                        .header(HttpHeaders.CONTENT_TYPE, TYPE);
        problem.retryAfter()
                .ifPresent(
                        after ->
                                answer.header(
                                        HttpHeaders.RETRY_AFTER, Math.max(1, after.toSeconds())));
        if (problem.status() == UNAUTHENTICATED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem.status() == TOO_LARGE && http.request().version() != HttpVersion.HTTP_2) {
            answer.header("Connection", "close");
        }
        return answer;
    }

    static byte[] body(Problem problem, RoutingContext http) {
        return Json.bytes(
                new ProblemBody(
                        "urn:guanxi:problem:" + problem.code(),
                        problem.title(),
                        problem.status(),
                        problem.getMessage(),
                        http.request().path(),
                        problem.code(),
                        Trace.id(http),
                        problem.errors()));
    }
}
