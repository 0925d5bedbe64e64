package io.guanxi.client.registration;

import io.guanxi.client.client.ClientBody;
import io.guanxi.client.client.ClientCard;
import io.guanxi.client.client.ClientRefusal;
import io.guanxi.client.client.Clients;
import io.guanxi.client.client.QualityMark;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.book.BookStaff;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Creation;
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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Registering clients over HTTP. */
@Path("/clients")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "clients")
class RegistrationResource {
    private final Registering registering;
    private final Clients clients;
    private final Book book;
    private final Caller caller;
    private final Requests requests;
    private final BusinessClock clock;
    private final QualityMark qualityMark;

    RegistrationResource(
            Registering registering,
            Clients clients,
            Book book,
            Caller caller,
            Requests requests,
            BusinessClock clock,
            QualityMark qualityMark) {
        this.registering = registering;
        this.clients = clients;
        this.book = book;
        this.caller = caller;
        this.requests = requests;
        this.clock = clock;
        this.qualityMark = qualityMark;
    }

    @POST
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM})
    @APIResponseSchema(value = ClientCard.class, responseCode = "201")
    @Operation(
            operationId = "registerClient",
            summary = "Register a client",
            description =
                    "A relationship manager's own registration makes the client theirs; one by a"
                            + " supervisor or a system is nobody's until it is assigned. A repeat"
                            + " is answered with the card as it is now, and with 404"
                            + " `client.unknown` once the client is outside the caller's book.")
    @APIResponse(
            responseCode = "403",
            description = "`flag.needs-supervisor`, or the role is too small")
    @APIResponse(responseCode = "404", description = "`client.unknown`")
    public Response register(@NotNull @Valid ClientBody body) {
        qualityMark.require(List.of(), body.flags());
        Creation creation = requests.create(body.id(), body);
        boolean own = !caller.is(Role.SUPERVISOR, Role.HEAD, Role.SYSTEM);
        Newcomer client =
                Newcomer.of(creation.id(), body, unit(body), own ? caller.id() : null, clock.now());
        CommandOutcome outcome = registering.register(client, creation.context());
        ClientCard card =
                outcome.replayed() ? clients.readable(client.id()) : clients.card(client.id());
        return Answers.created(outcome, "/clients/" + client.id(), card);
    }

    /**
     * The unit given, or the caller's own; one outside the caller's part of the tree is unknown.
     */
    private String unit(ClientBody body) {
        if (caller.is(Role.SYSTEM)) {
            if (body.unitId() == null) {
                throw Problem.badRequest(
                        "field.invalid",
                        "A system must say which unit the client belongs to.",
                        new FieldError("/unitId", "must not be null"));
            }
            return body.unitId();
        }
        String own = book.staff(caller.id()).map(BookStaff::unitId).orElse(null);
        if (body.unitId() == null || body.unitId().equals(own)) {
            return own;
        }
        if (!book.scope().unitIds().contains(body.unitId())) {
            throw Problem.conflict(
                    ClientRefusal.UNIT_UNKNOWN.code(), ClientRefusal.UNIT_UNKNOWN.detail());
        }
        return body.unitId();
    }
}
