package io.guanxi.client.handover;

import io.guanxi.client.client.ClientRefusal;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.Session.Loaded;
import io.guanxi.kit.service.approval.ApprovalBody;
import io.guanxi.kit.service.approval.FourEyes;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.book.BookStaff;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Creation;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.http.Requests;
import io.guanxi.kit.service.past.Changes;
import io.guanxi.kit.service.past.ChangesQuery;
import io.guanxi.kit.service.past.HistoryPage;
import io.guanxi.kit.service.past.PastQuery;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Handovers over HTTP. */
@Path("/handovers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "handovers")
class HandoverResource {
    private static final int ACCEPTED = 202;
    private static final UUID FIRST = new UUID(0, 0);

    /** A page of handovers, for the documentation. */
    record HandoverPage(List<HandoverCard> items, String next) {}

    private final HandingOver handingOver;
    private final Handovers handovers;
    private final FourEyes approvals;
    private final Book book;
    private final Requests requests;

    HandoverResource(
            HandingOver handingOver,
            Handovers handovers,
            FourEyes approvals,
            Book book,
            Requests requests) {
        this.handingOver = handingOver;
        this.handovers = handovers;
        this.approvals = approvals;
        this.book = book;
        this.requests = requests;
    }

    @POST
    @RolesAllowed({Roles.SUPERVISOR, Roles.HEAD})
    @APIResponseSchema(value = HandoverCard.class, responseCode = "202")
    @Operation(
            operationId = "requestHandover",
            summary = "Ask to hand over a book, or a part of it",
            description =
                    "A second supervisor or head allows it; then all clients change hands at"
                            + " once, or none does. The reason is forgotten with the client if it"
                            + " is for one alone; for several it stays, and should name none.")
    public Response request(@NotNull @Valid HandoverBody body) {
        Set<String> units = book.scope().unitIds();
        BookStaff from = inCharge(body.from(), units);
        inCharge(body.to(), units);
        Creation creation = requests.create(body.id(), body);
        CommandOutcome outcome =
                handingOver.request(
                        body.details(creation.id()),
                        from.unitId(),
                        body.reason(),
                        accepted(creation.context()));
        return Answers.created(
                outcome, "/handovers/" + creation.id(), handovers.find(creation.id()).state());
    }

    @GET
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @APIResponseSchema(value = HandoverPage.class, responseCode = "200")
    @Operation(operationId = "listHandovers", summary = "List handovers, by id")
    public Response list(@BeanParam Paging paging, @Context UriInfo uri) {
        UUID after = paging.after(1, keys -> UUID.fromString(keys.getFirst())).orElse(FIRST);
        return Answers.page(
                uri,
                paging.page(
                        handovers.page(after, paging.fetch()),
                        card -> new String[] {card.id().toString()}));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @APIResponseSchema(value = HandoverCard.class, responseCode = "200")
    @Operation(operationId = "readHandover", summary = "Read a handover, as it is or as it was")
    public Response read(@PathParam("id") UUID id, @BeanParam PastQuery query) {
        Loaded<HandoverCard> handover = handovers.find(id, query.past());
        return Answers.thing(handover.version(), handover.state());
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @APIResponseSchema(value = HistoryPage.class, responseCode = "200")
    @Operation(
            operationId = "listHandoverHistory",
            summary = "List what was recorded of a handover")
    public Response history(
            @PathParam("id") UUID id, @BeanParam Paging paging, @Context UriInfo uri) {
        return Answers.page(uri, handovers.history(id, paging));
    }

    @GET
    @Path("/{id}/changes")
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(
            operationId = "listHandoverChanges",
            summary = "List the fields of a handover that differ between two instants")
    public Changes changes(@PathParam("id") UUID id, @BeanParam ChangesQuery query) {
        return handovers.changes(id, query);
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed({Roles.SUPERVISOR, Roles.HEAD})
    @APIResponseSchema(value = HandoverCard.class, responseCode = "200")
    @Operation(operationId = "decideHandover", summary = "Allow a handover, or not")
    public Response decide(@PathParam("id") UUID id, @NotNull @Valid ApprovalBody body) {
        handovers.find(id);
        approvals.requireApprover(HandingOver.thing(id));
        CommandOutcome outcome = handingOver.decide(id, body, requests.change(body));
        return Answers.changed(outcome, handovers.find(id).state());
    }

    @DELETE
    @Path("/{id}/approval")
    @RolesAllowed({Roles.SUPERVISOR, Roles.HEAD})
    @APIResponseSchema(value = HandoverCard.class, responseCode = "200")
    @Operation(operationId = "withdrawHandover", summary = "Withdraw the request for a handover")
    public Response withdraw(@PathParam("id") UUID id) {
        handovers.find(id);
        approvals.requireApprover(HandingOver.thing(id));
        CommandOutcome outcome = handingOver.withdraw(id, requests.change(Map.of()));
        return Answers.changed(outcome, handovers.find(id).state());
    }

    /** Of the caller's part of the tree; covering somebody gives no right to their book. */
    private BookStaff inCharge(String staffId, Set<String> units) {
        return book.staff(staffId)
                .filter(staff -> units.contains(staff.unitId()))
                .orElseThrow(
                        () ->
                                Problem.conflict(
                                        ClientRefusal.RM_UNKNOWN.code(),
                                        ClientRefusal.RM_UNKNOWN.detail()));
    }

    private static CommandContext accepted(CommandContext created) {
        return new CommandContext(
                created.commandId(),
                created.requestHash(),
                ACCEPTED,
                created.expectedVersion(),
                created.actor(),
                created.occurredAt(),
                created.recordedAt(),
                created.traceparent());
    }
}
