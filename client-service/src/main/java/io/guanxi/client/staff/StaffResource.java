package io.guanxi.client.staff;

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
import io.guanxi.kit.service.time.BusinessClock;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Staff records over HTTP. */
@Path("/staff")
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
@Tag(name = "staff")
class StaffResource {

    /** A page of people, for the documentation. */
    record StaffPage(List<StaffCard> items, String next) {}

    private final StaffMembers members;
    private final Requests requests;
    private final BusinessClock clock;

    StaffResource(StaffMembers members, Requests requests, BusinessClock clock) {
        this.members = members;
        this.requests = requests;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
    @APIResponseSchema(value = StaffCard.class, responseCode = "201")
    @Operation(operationId = "registerStaff", summary = "Register a member of staff")
    public Response register(@NotNull @Valid StaffBody body) {
        CommandOutcome outcome =
                members.register(body, requests.create(Ids.staff(body.id()), body).context());
        return Answers.created(outcome, "/staff/" + body.id(), members.find(body.id()).state());
    }

    @GET
    @APIResponseSchema(value = StaffPage.class, responseCode = "200")
    @Operation(operationId = "listStaff", summary = "List members of staff by code")
    public Response list(
            @QueryParam("unit") @Pattern(regexp = Shape.CODE) String unit,
            @QueryParam("supervisor") @Pattern(regexp = Shape.CODE) String supervisor,
            @Parameter(
                            description =
                                    "PR-03, the named list: true for those whose qualification is"
                                            + " on record and holds today, false for all others")
                    @QueryParam("qualified")
                    Boolean qualified,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        String after = paging.after(1).map(keys -> keys.getFirst()).orElse("");
        var rows =
                StaffRow.<StaffRow>find(
                                "staffId > :after and (:unit is null or unitId = :unit)"
                                        + " and (:supervisor is null or supervisorId = :supervisor)"
                                        + " and (:qualified is null or :qualified ="
                                        + " coalesce(qualifiedUntil >= :today and active, false))"
                                        + " order by staffId",
                                Parameters.with("after", after)
                                        .and("unit", unit)
                                        .and("supervisor", supervisor)
                                        .and("qualified", qualified)
                                        .and("today", clock.today()))
                        .page(0, paging.fetch())
                        .list();
        return Answers.page(
                uri,
                paging.page(rows, row -> new String[] {row.staffId})
                        .map(row -> members.card(row.details, row.name)));
    }

    @GET
    @Path("/{id}")
    @APIResponseSchema(value = StaffCard.class, responseCode = "200")
    @Operation(operationId = "readStaff", summary = "Read a member of staff, now or then")
    public Response read(@PathParam("id") String id, @BeanParam PastQuery query) {
        Loaded<StaffCard> staff = members.find(id, query.past());
        return Answers.thing(staff.version(), staff.state());
    }

    @GET
    @Path("/{id}/history")
    @APIResponseSchema(value = HistoryPage.class, responseCode = "200")
    @Operation(
            operationId = "listStaffHistory",
            summary = "List what was recorded of a member of staff")
    public Response history(
            @PathParam("id") String id, @BeanParam Paging paging, @Context UriInfo uri) {
        return Answers.page(uri, members.history(id, paging));
    }

    @GET
    @Path("/{id}/changes")
    @Operation(
            operationId = "listStaffChanges",
            summary = "List the fields of a member of staff that differ between two instants")
    public Changes changes(@PathParam("id") String id, @BeanParam ChangesQuery query) {
        return members.past().changes(Ids.staff(id), query);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
    @APIResponseSchema(value = StaffCard.class, responseCode = "200")
    @Operation(
            operationId = "changeStaff",
            summary = "Change a member of staff: merge patch (RFC 7396)")
    public Response change(@PathParam("id") String id, @NotNull JsonNode patch) {
        CommandOutcome outcome = members.change(id, patch, requests.change(patch));
        return Answers.changed(outcome, members.find(id).state());
    }
}
