package io.guanxi.client.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.client.audit.PersonalReads;
import io.guanxi.client.client.ClientCard;
import io.guanxi.client.client.ClientEvent;
import io.guanxi.client.client.ClientStream;
import io.guanxi.client.client.Clients;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a person may ask to be given: all that this service keeps about them. */
@Path("/clients/{id}/data-export")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "privacy")
class DataExportResource {

    /** A copy of what is kept. */
    record DataExport(ClientCard client, List<Entry> history) {}

    /** What was recorded, when, and by whom. */
    record Entry(int version, String type, Instant occurredAt, String byId, JsonNode event) {
        static Entry of(Recorded<ClientEvent> recorded) {
            return new Entry(
                    recorded.version(),
                    recorded.type(),
                    recorded.occurredAt(),
                    recorded.actor(),
                    Json.MAPPER.valueToTree(recorded.event()));
        }
    }

    private final Clients clients;
    private final EventStore store;
    private final Book book;
    private final PersonalReads reads;

    DataExportResource(Clients clients, EventStore store, Book book, PersonalReads reads) {
        this.clients = clients;
        this.store = store;
        this.book = book;
        this.reads = reads;
    }

    @GET
    @RolesAllowed({Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM})
    @Operation(
            operationId = "exportClientData",
            summary = "Export all that is kept about a client, for the person it is about")
    public DataExport export(@PathParam("id") UUID id) {
        book.requireReadable(id);
        reads.note("data-export", null, List.of(id));
        return new DataExport(
                clients.card(id),
                store.read(ClientStream.CLIENT, id, 0).stream().map(Entry::of).toList());
    }
}
