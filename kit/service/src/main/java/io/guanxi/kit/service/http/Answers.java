package io.guanxi.kit.service.http;

import io.guanxi.kit.eventsourcing.CommandOutcome;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** The answers that say yes. */
public final class Answers {
    public static final String REPLAYED = "Idempotency-Replayed";

    private Answers() {}

    /**
     * A thing was made, now or the first time this was asked.
     *
     * @param path where it is, from the root: {@code /visits/<id>}
     */
    public static Response created(CommandOutcome outcome, String path, Object body) {
        return of(outcome, body).header(HttpHeaders.LOCATION, URI.create(path)).build();
    }

    /** A thing was changed, now or the first time this was asked. */
    public static Response changed(CommandOutcome outcome, Object body) {
        return of(outcome, body).build();
    }

    /** A thing as it is. */
    public static Response thing(int version, Object body) {
        return Response.ok(body).tag(tag(version)).build();
    }

    /** A page, with its {@code Link} to the next one. */
    public static <T> Response page(UriInfo uri, Page<T> page) {
        Response.ResponseBuilder answer = Response.ok(page);
        if (page.next() != null) {
            URI next =
                    URI.create(
                            uri.getRequestUriBuilder()
                                    .scheme(null)
                                    .host(null)
                                    .port(-1)
                                    .replaceQueryParam("cursor", page.next())
                                    .build()
                                    .toString());
            answer.links(Link.fromUri(next).rel("next").build());
        }
        return answer.build();
    }

    private static Response.ResponseBuilder of(CommandOutcome outcome, Object body) {
        Response.ResponseBuilder answer =
                Response.status(outcome.status()).entity(body).tag(tag(outcome.version()));
        return outcome.replayed() ? answer.header(REPLAYED, true) : answer;
    }

    private static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }
}
