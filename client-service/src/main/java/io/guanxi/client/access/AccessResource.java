package io.guanxi.client.access;

import io.guanxi.client.body.Shape;
import io.guanxi.client.client.BreakingGlass;
import io.guanxi.client.client.ClientCard;
import io.guanxi.client.client.Clients;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.http.Answers;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who could see a client, and break-glass, over HTTP. */
@Path("/clients/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "clients")
class AccessResource {

    /** Why personal data must be seen. */
    record BreakGlassBody(
            @NotBlank @Size(max = Shape.NOTE) @Pattern(regexp = Shape.TEXT) String reason,
            @Pattern(regexp = Shape.CODE) String reasonCode) {}

    private final AccessOn access;
    private final BreakingGlass breakGlass;
    private final Clients clients;
    private final Book book;
    private final Requests requests;
    private final BusinessClock clock;

    AccessResource(
            AccessOn access,
            BreakingGlass breakGlass,
            Clients clients,
            Book book,
            Requests requests,
            BusinessClock clock) {
        this.access = access;
        this.breakGlass = breakGlass;
        this.clients = clients;
        this.book = book;
        this.requests = requests;
        this.clock = clock;
    }

    @GET
    @Path("/access")
    @RolesAllowed({Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(
            operationId = "readClientAccess",
            summary = "Read who could see the client on a day, today if none is named",
            description = "From the events: owners, covers, those above, and break-glass.")
    public ClientAccess read(@PathParam("id") UUID id, @QueryParam("on") LocalDate on) {
        book.requireReadable(id);
        return access.of(id, on == null ? clock.today() : on);
    }

    @POST
    @Path("/break-glass")
    @RolesAllowed(Roles.AUDITOR)
    @APIResponseSchema(value = ClientCard.class, responseCode = "200")
    @Operation(
            operationId = "openBreakGlass",
            summary = "Open a client's personal data outside the book, for a while",
            description = "The owner's supervisor is told, and the event stays.")
    public Response open(@PathParam("id") UUID id, @NotNull @Valid BreakGlassBody body) {
        book.requireReadable(id);
        CommandOutcome outcome =
                breakGlass.open(id, body.reason(), body.reasonCode(), requests.change(body));
        return Answers.changed(outcome, clients.card(id));
    }
}
