package io.guanxi.client.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.Session.Loaded;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Paging;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reading and changing clients over HTTP. */
@Path("/clients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "clients")
class ClientResource {

    /** A page of clients, for the documentation. */
    record ClientPage(List<ClientItem> items, String next) {}

    private final ClientPast past;
    private final Clients clients;
    private final ClientChanging changing;
    private final Book book;
    private final Requests requests;

    ClientResource(
            ClientPast past,
            Clients clients,
            ClientChanging changing,
            Book book,
            Requests requests) {
        this.past = past;
        this.clients = clients;
        this.changing = changing;
        this.book = book;
        this.requests = requests;
    }

    @GET
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @APIResponseSchema(value = ClientPage.class, responseCode = "200")
    @Operation(operationId = "listClients", summary = "List the clients of the own book")
    public Response list(
            @Valid @BeanParam ClientFilter filter, @BeanParam Paging paging, @Context UriInfo uri) {
        return Answers.page(uri, clients.list(filter, paging));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @APIResponseSchema(value = ClientCard.class, responseCode = "200")
    @Operation(
            operationId = "readClient",
            summary = "Read a client's card, as it is or as it was",
            description =
                    "A past card shows the record's own fields, without tier, risk and contact.")
    public Response read(@PathParam("id") UUID id, @BeanParam PastQuery query) {
        if (!query.past().isNow()) {
            Loaded<ClientCard> then = past.card(id, query.past());
            return Answers.thing(then.version(), then.state());
        }
        ClientRow row = clients.find(id);
        return Answers.thing(row.version, clients.card(row));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @APIResponseSchema(value = HistoryPage.class, responseCode = "200")
    @Operation(operationId = "listClientHistory", summary = "List what was recorded of a client")
    public Response history(
            @PathParam("id") UUID id, @BeanParam Paging paging, @Context UriInfo uri) {
        return Answers.page(uri, past.history(id, paging));
    }

    @GET
    @Path("/{id}/changes")
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(
            operationId = "listClientChanges",
            summary = "List the fields of a client that differ between two instants")
    public Changes changes(@PathParam("id") UUID id, @BeanParam ChangesQuery query) {
        return past.changes(id, query);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM})
    @APIResponseSchema(value = ClientCard.class, responseCode = "200")
    @Operation(
            operationId = "changeClient",
            summary = "Change a client: merge patch (RFC 7396)",
            description = "The flag `QUALITY_C` is a supervisor's to set and to take away.")
    @APIResponse(
            responseCode = "403",
            description = "`flag.needs-supervisor`, or the role is too small")
    public Response change(@PathParam("id") UUID id, @NotNull JsonNode patch) {
        book.requireReadable(id);
        CommandOutcome outcome = changing.change(id, patch, requests.change(patch));
        return Answers.changed(outcome, clients.card(id));
    }
}
