package io.guanxi.notification.alert;

import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Requests;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.notification.alert.AlertActions.Action;
import io.guanxi.notification.alert.AlertActions.Asked;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What recipients and operations do with alerts. */
@Path("/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "alerts")
@RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.OPERATIONS})
@APIResponse(responseCode = "403", description = "alert.not-recipient, or the role is too small")
@APIResponse(responseCode = "404", description = "alert.unknown: none, or not for the caller")
@APIResponse(responseCode = "412", description = "version.stale: If-Match is not the version")
public class AlertActionResource {
    private static final String CODE = "[A-Z][A-Z0-9_]{0,63}";

    /** Until when an alert rests; the reason is a code, not text. */
    public record SnoozeBody(@NotNull Instant until, @Pattern(regexp = CODE) String reason) {}

    public record ReasonBody(@NotNull @Pattern(regexp = CODE) String reason) {}

    /** The same for many alerts; what does not fit the action is left out. */
    public record BulkBody(
            @NotNull Action action,
            @NotEmpty @Size(max = 500) List<@NotNull UUID> ids,
            Instant until,
            @Pattern(regexp = CODE) String reason) {}

    private final AlertActions actions;
    private final Requests requests;

    AlertActionResource(AlertActions actions, Requests requests) {
        this.actions = actions;
        this.requests = requests;
    }

    @POST
    @Path("{id}/acknowledgement")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "acknowledgeAlert",
            summary = "Take notice: the ladder stops. Acknowledged already: nothing changes")
    @APIResponse(
            responseCode = "200",
            description = "The alert as it is now",
            content = @Content(schema = @Schema(implementation = AlertJson.class)))
    @APIResponse(responseCode = "409", description = "alert.already-resolved")
    public Response acknowledge(@PathParam("id") UUID id) {
        return act(id, new Asked(Action.ACKNOWLEDGE, null, null));
    }

    @POST
    @Path("{id}/snooze")
    @Operation(operationId = "snoozeAlert", summary = "Let it rest until an instant")
    @APIResponse(
            responseCode = "409",
            description = "alert.already-resolved, alert.snooze-out-of-range")
    @APIResponseSchema(value = AlertJson.class, responseCode = "200")
    public Response snooze(@PathParam("id") UUID id, @NotNull @Valid SnoozeBody body) {
        return act(id, new Asked(Action.SNOOZE, body.until(), body.reason()));
    }

    @POST
    @Path("{id}/resolution")
    @Operation(operationId = "resolveAlert", summary = "Say that it is dealt with")
    @APIResponseSchema(value = AlertJson.class, responseCode = "200")
    public Response resolve(@PathParam("id") UUID id, @NotNull @Valid ReasonBody body) {
        return act(id, new Asked(Action.RESOLVE, null, body.reason()));
    }

    @POST
    @Path("{id}/reopening")
    @Operation(operationId = "reopenAlert", summary = "Open a resolved alert again")
    @APIResponse(responseCode = "409", description = "alert.not-resolved")
    @APIResponseSchema(value = AlertJson.class, responseCode = "200")
    public Response reopen(@PathParam("id") UUID id, @NotNull @Valid ReasonBody body) {
        return act(id, new Asked(Action.REOPEN, null, body.reason()));
    }

    @POST
    @Path("actions")
    @Operation(
            operationId = "actOnAlerts",
            summary = "The same action on up to 500 alerts, with a result for each")
    @APIResponse(responseCode = "200", description = "A result per alert, in the order asked")
    public List<AlertActions.Result> bulk(@NotNull @Valid BulkBody body) {
        return actions.bulk(body.ids(), new Asked(body.action(), body.until(), body.reason()));
    }

    private Response act(UUID id, Asked asked) {
        actions.requireMayAct(id);
        CommandOutcome outcome = actions.act(id, asked, requests.change(asked));
        return Answers.changed(outcome, AlertJson.of(actions.read(id)));
    }
}
