package io.guanxi.kit.service.toy;

import io.guanxi.kit.service.bulk.ImportJob;
import io.guanxi.kit.service.bulk.Imports;
import io.guanxi.kit.service.http.Csv;
import io.guanxi.kit.service.http.Ndjson;
import io.guanxi.kit.service.http.Paging;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.UUID;

/** Notes in bulk, as a service offers them. */
@Path("/notes/imports")
@Produces(MediaType.APPLICATION_JSON)
public class NoteImportResource {
    private final Imports imports;
    private final NoteImports kind;

    NoteImportResource(Imports imports, NoteImports kind) {
        this.imports = imports;
        this.kind = kind;
    }

    @POST
    @Consumes({Ndjson.TYPE, Csv.TYPE})
    public Response take(
            @Context HttpHeaders headers,
            InputStream lines,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        return imports.take(kind, headers, lines, dryRun);
    }

    @GET
    @Path("/{id}")
    public ImportJob read(@PathParam("id") UUID id) {
        return imports.find(kind, id);
    }

    @DELETE
    @Path("/{id}")
    public ImportJob giveUp(@PathParam("id") UUID id) {
        return imports.giveUp(kind, id);
    }

    @GET
    @Path("/{id}/lines")
    @Produces({MediaType.APPLICATION_JSON, Ndjson.TYPE})
    public Response lines(
            @PathParam("id") UUID id,
            @QueryParam("failed") @DefaultValue("false") boolean failed,
            @BeanParam Paging paging,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return imports.lines(kind, id, failed, paging, headers, uri);
    }
}
