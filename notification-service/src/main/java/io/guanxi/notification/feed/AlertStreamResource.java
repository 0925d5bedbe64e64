package io.guanxi.notification.feed;

import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;
import java.util.OptionalLong;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Alerts as they happen. */
@Path("/alerts/stream")
@Tag(name = "alerts")
@RolesAllowed({
    Roles.RM,
    Roles.SUPERVISOR,
    Roles.HEAD,
    Roles.OPERATIONS,
    Roles.SYSTEM,
    Roles.AUDITOR
})
public class AlertStreamResource {
    private final AlertFeed feed;
    private final FeedConfig config;
    private final Caller caller;
    private final JsonWebToken token;

    AlertStreamResource(AlertFeed feed, FeedConfig config, Caller caller, JsonWebToken token) {
        this.feed = feed;
        this.config = config;
        this.caller = caller;
        this.token = token;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamAlerts",
            summary = "The life of alerts as server-sent events",
            description =
                    "id is ce_sequence, event the public type, data the public JSON; a"
                            + " comment comes every 15 seconds. Last-Event-ID resumes; who is more than"
                            + " 10,000 events behind gets the event reset {from} and should read the list."
                            + " Filtered by the book as it is; closed when the token expires.")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            example = ": ping"))
    @APIResponse(responseCode = "400", description = "Last-Event-ID is none of this stream's")
    @APIResponse(responseCode = "503", description = "busy: too many listen already")
    public void stream(
            @HeaderParam("Last-Event-ID") String lastEventId,
            @Context Sse sse,
            @Context SseEventSink sink) {
        OptionalLong lastSeen = position(lastEventId);
        feed.join(
                new FeedReader(
                        caller.id(),
                        caller.roles(),
                        Instant.ofEpochSecond(token.getExpirationTime()),
                        sse,
                        sink,
                        config.buffer()),
                lastSeen);
    }

    private static OptionalLong position(String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return OptionalLong.empty();
        }
        if (!lastEventId.strip().matches("\\d{1,19}")) {
            throw invalid();
        }
        try {
            return OptionalLong.of(Long.parseLong(lastEventId.strip()) / 10);
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    private static Problem invalid() {
        return Problem.badRequest(
                "parameter.invalid",
                "Last-Event-ID is not an id of this stream.",
                FieldError.parameter("Last-Event-ID", "must be the id of an event"));
    }
}
