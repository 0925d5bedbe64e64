package io.guanxi.client.portfolio;

import io.guanxi.client.body.Shape;
import io.guanxi.client.client.ClientCard;
import io.guanxi.client.client.Clients;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.service.approval.ApprovalBody;
import io.guanxi.kit.service.approval.FourEyes;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.http.Requests;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.Role;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whose client it is, over HTTP. */
@Path("/clients/{id}/relationship-manager")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "clients")
class AssignmentResource {

    /**
     * Who is to own the client, why, and since when (now, if nothing is said).
     *
     * @param override asks a second person when the book is full
     */
    record AssignmentBody(
            @NotNull @Pattern(regexp = Shape.CODE) String rmId,
            @Size(max = Shape.NOTE) String reason,
            Instant since,
            Boolean override) {}

    private final Assigning assigning;
    private final CapOverride overriding;
    private final Clients clients;
    private final FourEyes approvals;
    private final Book book;
    private final Caller caller;
    private final Requests requests;
    private final BusinessClock clock;

    AssignmentResource(
            Assigning assigning,
            CapOverride overriding,
            Clients clients,
            FourEyes approvals,
            Book book,
            Caller caller,
            Requests requests,
            BusinessClock clock) {
        this.assigning = assigning;
        this.overriding = overriding;
        this.clients = clients;
        this.approvals = approvals;
        this.book = book;
        this.caller = caller;
        this.requests = requests;
        this.clock = clock;
    }

    @PUT
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM})
    @APIResponseSchema(value = ClientCard.class, responseCode = "200")
    @Operation(
            operationId = "assignManager",
            summary = "Give a client to a relationship manager",
            description =
                    "A full book refuses; with `override` a supervisor asks a second person"
                            + " instead, and the answer is 202 with the approval on the card.")
    public Response assign(@PathParam("id") UUID id, @NotNull @Valid AssignmentBody body) {
        book.requireReadable(id);
        boolean mayTransfer = caller.is(Role.SUPERVISOR, Role.HEAD, Role.SYSTEM);
        if (!mayTransfer && !body.rmId().equals(caller.id())) {
            throw Problem.forbidden(
                    "assignment.needs-supervisor", "Only a supervisor gives clients to others.");
        }
        Instant since = since(body);
        if (Boolean.TRUE.equals(body.override()) && overriding.needed(body.rmId())) {
            if (!caller.is(Role.SUPERVISOR, Role.HEAD)) {
                throw Problem.forbidden(
                        "assignment.needs-supervisor", "Only a supervisor asks for more places.");
            }
            CapOverride.Request request = new CapOverride.Request(body.rmId(), body.reason());
            CommandOutcome asked = overriding.ask(id, request, requests.change(body, 202));
            return Answers.changed(asked, clients.card(id));
        }
        CommandOutcome outcome =
                assigning.assign(
                        new Assigning.Ask(
                                id, body.rmId(), since, body.reason(), mayTransfer, false),
                        requests.change(body));
        return Answers.changed(outcome, clients.card(id));
    }

    @POST
    @Path("/approval")
    @RolesAllowed({Roles.SUPERVISOR, Roles.HEAD})
    @APIResponseSchema(value = ClientCard.class, responseCode = "200")
    @Operation(
            operationId = "decideAssignment",
            summary = "Allow, or not, that a full book takes one more client")
    public Response decide(@PathParam("id") UUID id, @NotNull @Valid ApprovalBody body) {
        book.requireReadable(id);
        approvals.requireApprover(Clients.assignmentOf(id));
        CommandOutcome outcome = overriding.decide(id, body, requests.change(body));
        return Answers.changed(outcome, clients.card(id));
    }

    @DELETE
    @Path("/approval")
    @RolesAllowed({Roles.SUPERVISOR, Roles.HEAD})
    @APIResponseSchema(value = ClientCard.class, responseCode = "200")
    @Operation(
            operationId = "withdrawAssignment",
            summary = "Withdraw the request for one more place")
    public Response withdraw(@PathParam("id") UUID id) {
        book.requireReadable(id);
        approvals.requireApprover(Clients.assignmentOf(id));
        CommandOutcome outcome = overriding.withdraw(id, requests.change(Map.of()));
        return Answers.changed(outcome, clients.card(id));
    }

    private Instant since(AssignmentBody body) {
        Instant now = clock.now();
        if (body.since() == null) {
            return now;
        }
        if (body.since().isAfter(now)) {
            throw Problem.badRequest(
                    "field.invalid",
                    "An assignment cannot begin in the future.",
                    new FieldError("/since", "must not be in the future"));
        }
        boolean earlier = LocalDate.ofInstant(body.since(), clock.zone()).isBefore(clock.today());
        if (earlier && !caller.is(Role.SYSTEM)) {
            throw Problem.forbidden(
                    "assignment.since-in-the-past", "Only a system sets an earlier day.");
        }
        return body.since();
    }
}
