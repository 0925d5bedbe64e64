package io.guanxi.client.unit;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.client.body.Shape;
import io.guanxi.contracts.Ids;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.Session.Loaded;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Requests;
import io.guanxi.kit.service.past.Changes;
import io.guanxi.kit.service.past.ChangesQuery;
import io.guanxi.kit.service.past.HistoryPage;
import io.guanxi.kit.service.past.PastQuery;
import io.guanxi.kit.service.security.Roles;
import io.quarkus.panache.common.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** The tree of units over HTTP. */
@Path("/units")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.RM,
    Roles.SUPERVISOR,
    Roles.HEAD,
    Roles.OPERATIONS,
    Roles.SYSTEM,
    Roles.AUDITOR,
    Roles.ADMIN
})
@Tag(name = "units")
class UnitResource {

    /** A page of units, for the documentation. */
    record UnitPage(List<UnitBody> items, String next) {}

    private final Units units;
    private final Requests requests;

    UnitResource(Units units, Requests requests) {
        this.units = units;
        this.requests = requests;
    }

    @POST
    @RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
    @APIResponseSchema(value = UnitBody.class, responseCode = "201")
    @Operation(operationId = "openUnit", summary = "Open a unit")
    public Response open(@NotNull @Valid UnitBody body) {
        CommandOutcome outcome =
                units.open(body, requests.create(Ids.unit(body.id()), body).context());
        return Answers.created(outcome, "/units/" + body.id(), units.find(body.id()).state());
    }

    @GET
    @APIResponseSchema(value = UnitPage.class, responseCode = "200")
    @Operation(operationId = "listUnits", summary = "List units by code")
    public Response list(
            @QueryParam("parent") @Pattern(regexp = Shape.CODE) String parent,
            @QueryParam("head") @Pattern(regexp = Shape.CODE) String head,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        String after = paging.after(1).map(keys -> keys.getFirst()).orElse("");
        var rows =
                UnitRow.<UnitRow>find(
                                "unitId > :after and (:parent is null or parentId = :parent)"
                                        + " and (:head is null or headId = :head) order by unitId",
                                Parameters.with("after", after)
                                        .and("parent", parent)
                                        .and("head", head))
                        .page(0, paging.fetch())
                        .list();
        return Answers.page(
                uri, paging.page(rows, row -> new String[] {row.unitId}).map(UnitRow::shown));
    }

    @GET
    @Path("/{id}")
    @APIResponseSchema(value = UnitBody.class, responseCode = "200")
    @Operation(operationId = "readUnit", summary = "Read a unit, as it is or as it was")
    public Response read(@PathParam("id") String id, @BeanParam PastQuery query) {
        Loaded<UnitBody> unit = units.past().at(Ids.unit(id), query.past());
        return Answers.thing(unit.version(), unit.state());
    }

    @GET
    @Path("/{id}/history")
    @APIResponseSchema(value = HistoryPage.class, responseCode = "200")
    @Operation(operationId = "listUnitHistory", summary = "List what was recorded of a unit")
    public Response history(
            @PathParam("id") String id, @BeanParam Paging paging, @Context UriInfo uri) {
        return Answers.page(uri, units.past().history(Ids.unit(id), paging));
    }

    @GET
    @Path("/{id}/changes")
    @Operation(
            operationId = "listUnitChanges",
            summary = "List the fields of a unit that differ between two instants")
    public Changes changes(@PathParam("id") String id, @BeanParam ChangesQuery query) {
        return units.past().changes(Ids.unit(id), query);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
    @APIResponseSchema(value = UnitBody.class, responseCode = "200")
    @Operation(operationId = "changeUnit", summary = "Change a unit: merge patch (RFC 7396)")
    public Response change(@PathParam("id") String id, @NotNull JsonNode patch) {
        CommandOutcome outcome = units.change(id, patch, requests.change(patch));
        return Answers.changed(outcome, units.find(id).state());
    }
}
