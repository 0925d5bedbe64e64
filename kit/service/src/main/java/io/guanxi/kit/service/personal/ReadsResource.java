package io.guanxi.kit.service.personal;

import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.personal.PersonalReads.PersonalRead;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who read a client's personal data. */
@Path("/clients/{id}/reads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class ReadsResource {
    private static final UUID NEWEST = new UUID(-1L, -1L);

    /** A page of readings, for the documentation. */
    public record ReadPage(List<PersonalRead> items, String next) {}

    private final PersonalReads reads;
    private final Book book;

    ReadsResource(PersonalReads reads, Book book) {
        this.reads = reads;
        this.book = book;
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @APIResponseSchema(value = ReadPage.class, responseCode = "200")
    @Operation(
            operationId = "listReads",
            summary = "List who read a client's personal data, newest first")
    public Response list(@PathParam("id") UUID id, @BeanParam Paging paging, @Context UriInfo uri) {
        book.requireReadable(id);
        UUID before = paging.after(1, keys -> UUID.fromString(keys.getFirst())).orElse(NEWEST);
        return Answers.page(
                uri,
                paging.page(
                        reads.of(id, before, paging.fetch()),
                        read -> new String[] {read.id().toString()}));
    }
}
