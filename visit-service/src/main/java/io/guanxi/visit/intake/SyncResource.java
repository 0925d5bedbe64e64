package io.guanxi.visit.intake;

import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes in what phones wrote down while they were offline. */
@Path("/visits/sync")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "visits")
class SyncResource {
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final Sync sync;
    private final SyncWorkers workers;

    SyncResource(Sync sync, SyncWorkers workers) {
        this.sync = sync;
        this.workers = workers;
    }

    @POST
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM})
    @Operation(
            operationId = "syncVisits",
            summary = "Take in a batch of operations, each with a receipt of its own",
            description =
                    "Operations of one visit are carried out in their order, others together. The"
                            + " same operation again, from any device, is a DUPLICATE.")
    @APIResponse(responseCode = "200", description = "A receipt for every operation, in order")
    @APIResponse(responseCode = "503", description = "busy")
    public SyncAnswer sync(@Valid SyncRequest request) {
        if (!workers.hasRoomFor(request.operations().size())) {
            throw Problem.busy(A_MOMENT);
        }
        return sync.take(request);
    }
}
