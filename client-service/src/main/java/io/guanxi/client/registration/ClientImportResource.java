package io.guanxi.client.registration;

import io.guanxi.kit.service.bulk.ImportJob;
import io.guanxi.kit.service.bulk.ImportReport;
import io.guanxi.kit.service.bulk.Imports;
import io.guanxi.kit.service.bulk.LineResult;
import io.guanxi.kit.service.http.Csv;
import io.guanxi.kit.service.http.Ndjson;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Registering many clients over HTTP. */
@Path("/clients/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "clients")
class ClientImportResource {

    /** A page of results, for the documentation. */
    public record ClientLinePage(List<LineResult> items, String next) {}

    private final Imports imports;
    private final ClientImports kind;

    ClientImportResource(Imports imports, ClientImports kind) {
        this.imports = imports;
        this.kind = kind;
    }

    @POST
    @Consumes({Ndjson.TYPE, Csv.TYPE})
    @RolesAllowed(Roles.SYSTEM)
    @Operation(
            operationId = "importClients",
            summary = "Register many clients, one JSON object a line, or CSV",
            description =
                    "A line is the body of POST /clients and may carry rmId and rmSince; a parent stands"
                            + " before its children."
                            + " Up to 10,000 lines (and 16 MiB) are answered at once, more become a"
                            + " job. dryRun decides everything and stores nothing.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each line",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(
            responseCode = "202",
            description = "A job; Location says where to watch it",
            content = @Content(schema = @Schema(implementation = ImportJob.class)))
    public Response take(
            @Context HttpHeaders headers,
            @NotNull InputStream lines,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        return imports.take(kind, headers, lines, dryRun);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.SYSTEM)
    @Operation(operationId = "readClientImport", summary = "Watch an import")
    public ImportJob read(@PathParam("id") UUID id) {
        return imports.find(kind, id);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.SYSTEM)
    @Operation(
            operationId = "giveUpClientImport",
            summary = "End an import; what it has stored stays")
    public ImportJob giveUp(@PathParam("id") UUID id) {
        return imports.giveUp(kind, id);
    }

    @GET
    @Path("/{id}/lines")
    @Produces({MediaType.APPLICATION_JSON, Ndjson.TYPE})
    @RolesAllowed(Roles.SYSTEM)
    @Operation(
            operationId = "listClientImportLines",
            summary = "List what became of each line so far, or of the failed ones",
            description = "Page by page as JSON, or all of them as NDJSON.")
    @APIResponse(
            responseCode = "200",
            description = "The results in the order of the lines",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ClientLinePage.class)),
                @Content(
                        mediaType = Ndjson.TYPE,
                        schema = @Schema(implementation = LineResult.class))
            })
    public Response lines(
            @PathParam("id") UUID id,
            @QueryParam("failed") @DefaultValue("false") boolean failed,
            @BeanParam Paging paging,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return imports.lines(kind, id, failed, paging, headers, uri);
    }
}
