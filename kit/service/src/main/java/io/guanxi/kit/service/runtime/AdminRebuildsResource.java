package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.RebuildStatus;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Builds read models anew beside the live ones, and says how far that is. */
@Path("/admin/rebuilds")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdminRebuildsResource {

    /** Which read model to build anew. */
    public record Rebuild(@NotBlank String name) {}

    /**
     * A read model, and how its rebuild goes as far as this process knows.
     *
     * @param done events applied so far
     * @param total about how many there are
     */
    public record State(
            String name,
            Set<String> tables,
            RebuildStatus.State state,
            long done,
            long total,
            Instant startedAt,
            Instant endedAt,
            String error) {

        static State of(RebuildStatus status) {
            return new State(
                    status.name(),
                    status.tables(),
                    status.state(),
                    status.done(),
                    status.total(),
                    status.startedAt(),
                    status.endedAt(),
                    status.error());
        }
    }

    private final ServiceRebuilds rebuilds;

    AdminRebuildsResource(ServiceRebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    @GET
    public Page<State> all() {
        return new Page<>(rebuilds.rebuilds().status().stream().map(State::of).toList(), null);
    }

    @POST
    @APIResponseSchema(value = State.class, responseCode = "202")
    @APIResponse(responseCode = "404", description = "read-model.unknown")
    @APIResponse(responseCode = "409", description = "rebuild.running")
    public Response begin(@Valid Rebuild asked) {
        State before = state(asked.name());
        if (!rebuilds.rebuilds().start(asked.name())) {
            throw Problem.conflict("rebuild.running", "Another read model is being rebuilt.");
        }
        return Response.accepted(state(before.name())).build();
    }

    private State state(String name) {
        return rebuilds.rebuilds().status().stream()
                .filter(status -> status.name().equals(name))
                .findFirst()
                .map(State::of)
                .orElseThrow(() -> Problem.notFound("read-model.unknown"));
    }
}
