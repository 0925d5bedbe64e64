package io.guanxi.notification.alert;

import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.notification.routing.Routing;
import io.guanxi.notification.sight.Sights;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers "why did I (not) get it". */
@Path("/alerts/{id}/explanation")
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
public class ExplanationResource {
    private final AlertQueries alerts;
    private final EventStore store;
    private final Routing routing;
    private final Sights sights;
    private final Caller caller;

    ExplanationResource(
            AlertQueries alerts, EventStore store, Routing routing, Sights sights, Caller caller) {
        this.alerts = alerts;
        this.store = store;
        this.routing = routing;
        this.sights = sights;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "explainAlert",
            summary = "Why somebody was, or was not, told of an alert, and its history")
    @APIResponse(responseCode = "200", description = "The reason and what happened, in order")
    @APIResponse(responseCode = "404", description = "alert.unknown: none, or not for the caller")
    public Explanation explain(
            @PathParam("id") UUID id,
            @Parameter(description = "Staff code; the caller if left out", example = "S-0001")
                    @QueryParam("person")
                    String person) {
        AlertRow alert =
                alerts.find(id, sights.ofCaller())
                        .orElseThrow(() -> Problem.notFound("alert.unknown"));
        return Explanation.of(
                alert,
                store.read(AlertStream.ALERT, id, 0),
                person == null ? caller.id() : person,
                step -> routing.at(step.to(), alert.clientId(), alert.managerId()));
    }
}
