package io.guanxi.kit.service.personal;

import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a person may ask to be given: all that this service keeps about them. */
@Path("/clients/{id}/data-export")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "privacy")
public class DataExportResource {
    private final DataExports exports;
    private final Book book;
    private final PersonalReads reads;

    DataExportResource(DataExports exports, Book book, PersonalReads reads) {
        this.exports = exports;
        this.book = book;
        this.reads = reads;
    }

    @GET
    @RolesAllowed({Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM})
    @Operation(
            operationId = "exportClientData",
            summary = "Export what this service keeps about a client, for the person it is about",
            description =
                    "Each service tells its own part; `elsewhere` names the others. At most 10,000"
                            + " rows of a kind: `complete` says whether that was all.")
    public DataExport export(@PathParam("id") UUID id) {
        book.requireReadable(id);
        reads.note("data-export", null, List.of(id));
        return exports.of(id);
    }
}
