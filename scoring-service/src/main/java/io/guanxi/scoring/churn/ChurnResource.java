package io.guanxi.scoring.churn;

import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** CH-03: whom to call or visit first. */
@Path("/churn")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "churn")
class ChurnResource {

    /** A page of risks, for the documentation. */
    public record ChurnPage(List<ChurnItem> items, String next) {}

    private final ChurnList list;

    ChurnResource(ChurnList list) {
        this.list = list;
    }

    @GET
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(
            operationId = "listChurnRisks",
            summary = "List the clients of the own book, the riskiest first, with the reasons",
            description = "Ranked by risk, then by the revenue of twelve months, then by id.")
    @APIResponseSchema(value = ChurnPage.class, responseCode = "200")
    public Response list(
            @QueryParam("risk") RiskLevel risk,
            @QueryParam("rm") String rm,
            @QueryParam("unit") String unit,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        return Answers.page(uri, list.of(risk, rm, unit, paging));
    }
}
