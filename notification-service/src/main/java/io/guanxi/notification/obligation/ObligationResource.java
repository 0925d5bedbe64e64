package io.guanxi.notification.obligation;

import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.http.Rfc3339;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.kit.service.time.BusinessClock;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is owed, by whom, until when. */
@Path("/obligations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "obligations")
@RolesAllowed({
    Roles.RM,
    Roles.SUPERVISOR,
    Roles.HEAD,
    Roles.OPERATIONS,
    Roles.SYSTEM,
    Roles.AUDITOR
})
public class ObligationResource {

    /** A page of obligations, for the documentation. */
    public record ObligationPage(List<ObligationJson> items, String next) {}

    private final ObligationQueries obligations;
    private final Sights sights;
    private final BusinessClock clock;

    ObligationResource(ObligationQueries obligations, Sights sights, BusinessClock clock) {
        this.obligations = obligations;
        this.sights = sights;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listObligations",
            summary = "Obligations the caller may see, the first due first")
    @APIResponseSchema(value = ObligationPage.class, responseCode = "200")
    public Response list(
            @Parameter(description = "As of now, by the business clock") @QueryParam("state")
                    ObligationStatus state,
            @Parameter(example = "visit") @QueryParam("kind") String kind,
            @Parameter(description = "Staff code", example = "S-0001") @QueryParam("owner")
                    String owner,
            @QueryParam("client") UUID client,
            @Parameter(
                            description = "RFC 3339 instant",
                            example = "2026-04-30T16:00:00Z",
                            schema = @Schema(format = "date-time"))
                    @QueryParam("dueBefore")
                    String dueBefore,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        ObligationQueries.Filter filter =
                new ObligationQueries.Filter(state, kind, owner, client, instant(dueBefore));
        return Answers.page(uri, obligations.list(filter, sights.ofCaller(), clock.now(), paging));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readObligation", summary = "One obligation")
    @APIResponse(
            responseCode = "200",
            description = "The obligation",
            content = @Content(schema = @Schema(implementation = ObligationJson.class)))
    @APIResponse(
            responseCode = "404",
            description = "obligation.unknown: none, or not for the caller")
    public ObligationJson read(@PathParam("id") UUID id) {
        return obligations
                .find(id, sights.ofCaller(), clock.now())
                .orElseThrow(() -> Problem.notFound("obligation.unknown"));
    }

    private static Instant instant(String text) {
        if (text == null) {
            return null;
        }
        return Rfc3339.instant(text)
                .orElseThrow(
                        () ->
                                Problem.badRequest(
                                        "parameter.invalid",
                                        "A parameter has no usable value.",
                                        FieldError.parameter(
                                                "dueBefore", "must be an instant in RFC 3339")));
    }
}
