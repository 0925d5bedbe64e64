package io.guanxi.notification.alert;

import io.guanxi.contracts.alerts.AlertState;
import io.guanxi.contracts.alerts.Severity;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.notification.sight.Sights;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads alerts. */
@Path("/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "alerts")
@RolesAllowed({
    Roles.RM,
    Roles.SUPERVISOR,
    Roles.HEAD,
    Roles.OPERATIONS,
    Roles.SYSTEM,
    Roles.AUDITOR
})
public class AlertResource {

    /** A page of alerts, for the documentation. */
    public record AlertPage(List<AlertJson> items, String next) {}

    private final AlertQueries alerts;
    private final Sights sights;

    AlertResource(AlertQueries alerts, Sights sights) {
        this.alerts = alerts;
        this.sights = sights;
    }

    @GET
    @Operation(
            operationId = "listAlerts",
            summary = "Alerts the caller may see, the newest first",
            description =
                    "Recipients see theirs, managers those of their clients, supervisors and"
                            + " heads those of their units; operations see all.")
    @APIResponseSchema(
            value = AlertPage.class,
            responseCode = "200",
            responseDescription = "A page of alerts")
    public Response list(
            @Parameter(description = "Where it is in its life") @QueryParam("state")
                    AlertState state,
            @QueryParam("severity") Severity severity,
            @Parameter(description = "For example obligation-breached", example = "churn-high")
                    @QueryParam("kind")
                    String kind,
            @Parameter(description = "Staff code of somebody who is told", example = "S-0001")
                    @QueryParam("recipient")
                    String recipient,
            @QueryParam("client") UUID client,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        AlertFilter filter = new AlertFilter(state, severity, kind, recipient, client);
        return Answers.page(uri, alerts.list(filter, sights.ofCaller(), paging).map(AlertJson::of));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readAlert", summary = "One alert, with its version as ETag")
    @APIResponse(
            responseCode = "200",
            description = "The alert",
            content = @Content(schema = @Schema(implementation = AlertJson.class)))
    @APIResponse(responseCode = "404", description = "alert.unknown: none, or not for the caller")
    public Response read(@PathParam("id") UUID id) {
        AlertRow row =
                alerts.find(id, sights.ofCaller())
                        .orElseThrow(() -> Problem.notFound("alert.unknown"));
        return Answers.thing(row.version(), AlertJson.of(row));
    }
}
