package io.guanxi.kit.service.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.kit.service.http.Csv;
import io.guanxi.kit.service.http.Ndjson;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.Role;
import io.guanxi.kit.service.security.Roles;
import io.quarkus.arc.All;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All rows of a kind that the caller may see, streamed. */
@Path("/exports")
@Tag(name = "exports")
public class ExportResource {
    private final Exports exports;
    private final List<ExportKind<?>> kinds;
    private final Caller caller;

    ExportResource(Exports exports, @All List<ExportKind<?>> kinds, Caller caller) {
        this.exports = exports;
        this.kinds = kinds;
        this.caller = caller;
    }

    @GET
    @Path("/{kind}")
    @Produces({Ndjson.TYPE, Csv.TYPE})
    @RolesAllowed({
        Roles.RM,
        Roles.SUPERVISOR,
        Roles.HEAD,
        Roles.OPERATIONS,
        Roles.SYSTEM,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @Operation(
            operationId = "export",
            summary = "Stream all rows of a kind that the caller may see",
            description =
                    "The rows of the lists, in the order of their ids, each with changedAt: the"
                            + " latest of them is where to go on the next time.")
    @APIResponse(
            responseCode = "200",
            description = "The rows, as many as there are",
            content = {
                @Content(
                        mediaType = Ndjson.TYPE,
                        schema = @Schema(implementation = ObjectNode.class)),
                @Content(mediaType = Csv.TYPE, schema = @Schema(implementation = String.class))
            })
    public Response export(
            @Parameter(description = "As in the list's address: clients, visits, alerts …")
                    @PathParam("kind")
                    String name,
            @Parameter(description = "Only rows that changed then or later") @QueryParam("since")
                    Instant since,
            @Context HttpHeaders headers) {
        ExportKind<?> kind =
                kinds.stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("export.unknown"));
        if (!caller.is(kind.readers().toArray(Role[]::new))) {
            throw Problem.forbidden("role.too-small", "Your roles do not allow this.");
        }
        boolean csv = RowStreams.asked(headers, Csv.TYPE, Ndjson.TYPE);
        return exports.stream(kind, since, csv ? Csv.TYPE : Ndjson.TYPE);
    }
}
