package io.guanxi.scoring.activity;

import io.guanxi.kit.service.bulk.ImportJob;
import io.guanxi.kit.service.bulk.Imports;
import io.guanxi.kit.service.bulk.LineResult;
import io.guanxi.kit.service.http.Ndjson;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The jobs that long bodies of facts become. */
@Path("/activities/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "activities")
class ActivityImportResource {

    /** A page of results, for the documentation. */
    public record ActivityLinePage(List<LineResult> items, String next) {}

    private final Imports imports;
    private final ActivityIntake kind;

    ActivityImportResource(Imports imports, ActivityIntake kind) {
        this.imports = imports;
        this.kind = kind;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.SYSTEM)
    @Operation(operationId = "readActivityImport", summary = "Watch an import")
    public ImportJob read(@PathParam("id") UUID id) {
        return imports.find(kind, id);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.SYSTEM)
    @Operation(
            operationId = "giveUpActivityImport",
            summary = "End an import; what it has stored stays")
    public ImportJob giveUp(@PathParam("id") UUID id) {
        return imports.giveUp(kind, id);
    }

    @GET
    @Path("/{id}/lines")
    @Produces({MediaType.APPLICATION_JSON, Ndjson.TYPE})
    @RolesAllowed(Roles.SYSTEM)
    @Operation(
            operationId = "listActivityImportLines",
            summary = "List what became of each line so far, or of the failed ones",
            description = "Page by page as JSON, or all of them as NDJSON.")
    @APIResponse(
            responseCode = "200",
            description = "The results in the order of the lines",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ActivityLinePage.class)),
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
