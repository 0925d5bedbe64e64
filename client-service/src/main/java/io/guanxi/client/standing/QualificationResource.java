package io.guanxi.client.standing;

import io.guanxi.client.staff.StaffCard;
import io.guanxi.client.staff.StaffMembers;
import io.guanxi.client.staff.StaffRefusal;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.service.approval.ApprovalBody;
import io.guanxi.kit.service.approval.FourEyes;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.http.Requests;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.Role;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who may serve clients, over HTTP. */
@Path("/staff/{id}/qualifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "staff")
class QualificationResource {
    private final StaffStanding standing;
    private final Appointing appointing;
    private final StaffMembers members;
    private final FourEyes approvals;
    private final Book book;
    private final Caller caller;
    private final Requests requests;

    QualificationResource(
            StaffStanding standing,
            Appointing appointing,
            StaffMembers members,
            FourEyes approvals,
            Book book,
            Caller caller,
            Requests requests) {
        this.standing = standing;
        this.appointing = appointing;
        this.members = members;
        this.approvals = approvals;
        this.book = book;
        this.caller = caller;
        this.requests = requests;
    }

    @POST
    @RolesAllowed({Roles.SUPERVISOR, Roles.HEAD, Roles.ADMIN, Roles.SYSTEM})
    @APIResponseSchema(value = StaffCard.class, responseCode = "200")
    @Operation(
            operationId = "qualifyStaff",
            summary =
                    "Record a qualification, for two years at most, or appoint somebody of the unit",
            description =
                    "The personnel office (admin, system) records what has been decided. A supervisor"
                            + " or head appoints for the own unit: the head of the unit above, or of one"
                            + " further up, is asked, and the answer is 202 with the approval on the card.")
    public Response qualify(@PathParam("id") String id, @NotNull @Valid PeriodBody body) {
        if (caller.is(Role.ADMIN, Role.SYSTEM)) {
            return answer(id, standing.qualify(id, body, requests.change(body)));
        }
        if (!book.scope().rmIds().contains(id)) {
            throw Problem.notFound(StaffRefusal.UNKNOWN.code());
        }
        return answer(id, appointing.ask(id, body, requests.change(body, 202)));
    }

    @POST
    @Path("/approval")
    @RolesAllowed(Roles.HEAD)
    @APIResponseSchema(value = StaffCard.class, responseCode = "200")
    @Operation(operationId = "decideAppointment", summary = "Allow an appointment, or not")
    public Response decide(@PathParam("id") String id, @NotNull @Valid ApprovalBody body) {
        approvals.requireApprover(StaffMembers.appointmentOf(id));
        return answer(id, appointing.decide(id, body, requests.change(body)));
    }

    @DELETE
    @Path("/approval")
    @RolesAllowed({Roles.SUPERVISOR, Roles.HEAD})
    @APIResponseSchema(value = StaffCard.class, responseCode = "200")
    @Operation(operationId = "withdrawAppointment", summary = "Withdraw an appointment")
    public Response withdraw(@PathParam("id") String id) {
        approvals.requireApprover(StaffMembers.appointmentOf(id));
        return answer(id, appointing.withdraw(id, requests.change(Map.of())));
    }

    private Response answer(String id, CommandOutcome outcome) {
        return Answers.changed(outcome, members.find(id).state());
    }
}
