package io.guanxi.scoring.churn;

import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** CH-03: whom to call or visit first. */
@Path("/churn")
@Tag(name = "churn")
class ChurnResource {
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
    public Response list(
            @QueryParam("risk") RiskLevel risk,
            @QueryParam("rm") String rm,
            @QueryParam("unit") String unit,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        return Answers.page(uri, list.of(risk, rm, unit, paging));
    }
}
