package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.RelayStatus;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

/** How far the topics are behind the store, and the way back. */
@Path("/admin/relay")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdminRelayResource {

    /** Everything after this position is sent again. */
    public record Rewind(@NotNull @PositiveOrZero Long position) {}

    /** The relay as this process sees it. */
    public record State(
            RelayStatus.State state,
            long epoch,
            long position,
            long stored,
            long lag,
            String leader,
            Instant heartbeat,
            String error) {

        static State of(RelayStatus status) {
            return new State(
                    status.state(),
                    status.epoch(),
                    status.position(),
                    status.stored(),
                    status.lag(),
                    status.leader(),
                    status.heartbeat(),
                    status.error());
        }
    }

    private final ServiceRelay relay;

    AdminRelayResource(ServiceRelay relay) {
        this.relay = relay;
    }

    @GET
    public State state() {
        return State.of(relay.relay().status());
    }

    @POST
    @Path("/rewind")
    public State rewind(@Valid Rewind rewind) {
        relay.relay().rewind(rewind.position());
        return state();
    }
}
