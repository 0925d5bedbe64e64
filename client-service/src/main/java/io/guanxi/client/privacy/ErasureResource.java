package io.guanxi.client.privacy;

import io.guanxi.client.body.Shape;
import io.guanxi.client.privacy.ErasureCommand.LiftHold;
import io.guanxi.client.privacy.ErasureCommand.PlaceHold;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.service.approval.ApprovalBody;
import io.guanxi.kit.service.approval.FourEyes;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Creation;
import io.guanxi.kit.service.http.Requests;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Erasure and legal holds over HTTP. */
@Path("/clients/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "privacy")
class ErasureResource {
    private static final int ACCEPTED = 202;

    /** Why. */
    record Reason(@NotBlank @Size(max = Shape.NOTE) @Pattern(regexp = Shape.TEXT) String reason) {}

    /**
     * A hold.
     *
     * @param until its last day; absent: until it is lifted
     */
    record HoldBody(
            UUID id,
            @NotBlank @Size(max = Shape.NOTE) @Pattern(regexp = Shape.TEXT) String reason,
            LocalDate until) {}

    private final Erasing erasing;
    private final FourEyes approvals;
    private final Book book;
    private final Requests requests;
    private final BusinessClock clock;

    ErasureResource(
            Erasing erasing,
            FourEyes approvals,
            Book book,
            Requests requests,
            BusinessClock clock) {
        this.erasing = erasing;
        this.approvals = approvals;
        this.book = book;
        this.requests = requests;
        this.clock = clock;
    }

    @POST
    @Path("/erasure")
    @RolesAllowed({Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM})
    @APIResponseSchema(value = ErasureCard.class, responseCode = "202")
    @Operation(
            operationId = "requestErasure",
            summary = "Ask to erase a client's personal data",
            description =
                    "A second person allows it. Then every service destroys its key of the client,"
                            + " purges its tables and confirms; what is left are codes.")
    public Response request(@PathParam("id") UUID id, @NotNull @Valid Reason body) {
        book.requireReadable(id);
        CommandOutcome outcome =
                erasing.request(id, body.reason(), requests.change(body, ACCEPTED));
        return Answers.created(outcome, Erasing.thing(id), card(id));
    }

    @GET
    @Path("/erasure")
    @RolesAllowed({Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @APIResponseSchema(value = ErasureCard.class, responseCode = "200")
    @Operation(
            operationId = "readErasure",
            summary = "Read how far an erasure is, and its certificate")
    public Response read(@PathParam("id") UUID id) {
        book.requireReadable(id);
        return Answers.thing(erasing.of(id).version(), card(id));
    }

    @POST
    @Path("/erasure/approval")
    @RolesAllowed({Roles.SUPERVISOR, Roles.HEAD})
    @APIResponseSchema(value = ErasureCard.class, responseCode = "200")
    @Operation(operationId = "decideErasure", summary = "Allow an erasure, or not")
    public Response decide(@PathParam("id") UUID id, @NotNull @Valid ApprovalBody body) {
        book.requireReadable(id);
        approvals.requireApprover(Erasing.thing(id));
        return Answers.changed(erasing.decide(id, body, requests.change(body)), card(id));
    }

    @DELETE
    @Path("/erasure/approval")
    @RolesAllowed({Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM})
    @APIResponseSchema(value = ErasureCard.class, responseCode = "200")
    @Operation(operationId = "withdrawErasure", summary = "Withdraw the request for an erasure")
    public Response withdraw(@PathParam("id") UUID id) {
        book.requireReadable(id);
        return Answers.changed(erasing.withdraw(id, requests.change(Map.of())), card(id));
    }

    @POST
    @Path("/legal-holds")
    @RolesAllowed({Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM})
    @APIResponseSchema(value = ErasureCard.class, responseCode = "201")
    @Operation(
            operationId = "placeLegalHold",
            summary = "Keep a client's records, whoever asks to erase them")
    public Response hold(@PathParam("id") UUID id, @NotNull @Valid HoldBody body) {
        book.requireReadable(id);
        Creation creation = requests.create(body.id(), body);
        CommandContext context = creation.context();
        CommandOutcome outcome =
                erasing.hold(
                        id,
                        new PlaceHold(
                                creation.id(),
                                body.until(),
                                context.actor(),
                                context.recordedAt(),
                                clock.today(),
                                body.reason()),
                        context);
        return Answers.created(
                outcome, "/clients/" + id + "/legal-holds/" + creation.id(), card(id));
    }

    @DELETE
    @Path("/legal-holds/{holdId}")
    @RolesAllowed({Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM})
    @APIResponseSchema(value = ErasureCard.class, responseCode = "200")
    @Operation(operationId = "liftLegalHold", summary = "Lift a legal hold")
    public Response lift(@PathParam("id") UUID id, @PathParam("holdId") UUID holdId) {
        book.requireReadable(id);
        CommandContext context = requests.change(Map.of());
        LiftHold lift = new LiftHold(holdId, context.actor(), context.recordedAt());
        return Answers.changed(erasing.lift(id, lift, context), card(id));
    }

    private ErasureCard card(UUID id) {
        Session.Loaded<Erasure> erasure = erasing.of(id);
        return ErasureCard.of(
                id, erasure.state(), approvals.pending(Erasing.thing(id)).orElse(null));
    }
}
