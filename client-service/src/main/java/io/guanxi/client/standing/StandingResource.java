package io.guanxi.client.standing;

import io.guanxi.client.staff.StaffCard;
import io.guanxi.client.staff.StaffMembers;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Requests;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What somebody may do, over HTTP. */
@Path("/staff/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
@Tag(name = "staff")
class StandingResource {

    /** The last day at work; today, if nothing is said. */
    record DepartureBody(LocalDate lastDay) {}

    private final StaffStanding standing;
    private final StaffMembers members;
    private final Requests requests;
    private final BusinessClock clock;

    StandingResource(
            StaffStanding standing, StaffMembers members, Requests requests, BusinessClock clock) {
        this.standing = standing;
        this.members = members;
        this.requests = requests;
        this.clock = clock;
    }

    @POST
    @Path("/licences")
    @APIResponseSchema(value = StaffCard.class, responseCode = "200")
    @Operation(operationId = "grantLicence", summary = "Record a licence")
    public Response grant(@PathParam("id") String id, @NotNull @Valid PeriodBody body) {
        return answer(id, standing.grant(id, body, requests.change(body)));
    }

    @POST
    @Path("/commitments")
    @APIResponseSchema(value = StaffCard.class, responseCode = "200")
    @Operation(operationId = "signCommitment", summary = "Record a signed commitment, for a year")
    public Response sign(@PathParam("id") String id, @NotNull @Valid PeriodBody body) {
        return answer(id, standing.sign(id, body, requests.change(body)));
    }

    @POST
    @Path("/departure")
    @APIResponseSchema(value = StaffCard.class, responseCode = "200")
    @Operation(
            operationId = "departStaff",
            summary = "Record or announce that somebody leaves",
            description =
                    "A last day to come is announced and stands on the card; a later request"
                            + " replaces it. Access lasts until the end of that day, and beyond it"
                            + " while there are clients in the book: then the person leaves as soon"
                            + " as the last one has been handed over. Today or an earlier day is"
                            + " refused while there are any.")
    public Response depart(@PathParam("id") String id, @NotNull @Valid DepartureBody body) {
        LocalDate lastDay = body.lastDay() == null ? clock.today() : body.lastDay();
        return answer(id, standing.depart(id, lastDay, requests.change(body)));
    }

    private Response answer(String id, CommandOutcome outcome) {
        return Answers.changed(outcome, members.find(id).state());
    }
}
