package io.guanxi.notification.alert;

import io.guanxi.contracts.alerts.AlertState;
import io.guanxi.contracts.alerts.Severity;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Past;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.past.Changes;
import io.guanxi.kit.service.past.ChangesQuery;
import io.guanxi.kit.service.past.FieldChange;
import io.guanxi.kit.service.past.HistoryEntry;
import io.guanxi.kit.service.past.HistoryPage;
import io.guanxi.kit.service.past.PastQuery;
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

    private final EventStore store;
    private final AlertQueries alerts;
    private final Sights sights;

    AlertResource(EventStore store, AlertQueries alerts, Sights sights) {
        this.store = store;
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
    @Operation(
            operationId = "readAlert",
            summary = "One alert, as it is or as it was, with its version as ETag")
    @APIResponse(
            responseCode = "200",
            description = "The alert",
            content = @Content(schema = @Schema(implementation = AlertJson.class)))
    @APIResponse(responseCode = "404", description = "alert.unknown: none, or not for the caller")
    public Response read(@PathParam("id") UUID id, @BeanParam PastQuery query) {
        AlertRow row = seen(id);
        AlertRow then = query.past().isNow() ? row : then(id, query.past());
        if (then == null) {
            throw unknown();
        }
        return Answers.thing(then.version(), AlertJson.of(then));
    }

    @GET
    @Path("{id}/history")
    @APIResponseSchema(value = HistoryPage.class, responseCode = "200")
    @Operation(operationId = "listAlertHistory", summary = "What was recorded of an alert")
    public Response history(
            @PathParam("id") UUID id, @BeanParam Paging paging, @Context UriInfo uri) {
        seen(id);
        return Answers.page(uri, HistoryEntry.page(store, AlertStream.ALERT, id, paging));
    }

    @GET
    @Path("{id}/changes")
    @Operation(
            operationId = "listAlertChanges",
            summary = "The fields of an alert that differ between two instants")
    public Changes changes(@PathParam("id") UUID id, @BeanParam ChangesQuery query) {
        seen(id);
        return new Changes(
                FieldChange.between(shown(id, query.before()), shown(id, query.after())));
    }

    /** Judged by the book of now, whichever past is asked for. */
    private AlertRow seen(UUID id) {
        return alerts.find(id, sights.ofCaller()).orElseThrow(AlertResource::unknown);
    }

    private AlertJson shown(UUID id, Past past) {
        AlertRow row = then(id, past);
        return row == null ? null : AlertJson.of(row);
    }

    private AlertRow then(UUID id, Past past) {
        return store.view(AlertStream.ALERT, new AlertView(), id, past).state();
    }

    private static Problem unknown() {
        return Problem.notFound("alert.unknown");
    }
}
