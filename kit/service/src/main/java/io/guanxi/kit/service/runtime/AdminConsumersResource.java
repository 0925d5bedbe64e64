package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.ConsumerStatus;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** How far each consumer has read. */
@Path("/admin/consumers")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class AdminConsumersResource {

    /** One consumer: how far it is, and what keeps it, if anything does. */
    public record State(
            String name,
            boolean healthy,
            long lag,
            long parked,
            String error,
            List<ConsumerStatus.PartitionStatus> partitions) {

        static State of(ConsumerStatus status) {
            return new State(
                    status.name(),
                    status.healthy(),
                    status.lag(),
                    status.parked(),
                    status.error(),
                    status.partitions());
        }
    }

    private final ServiceConsumers consumers;

    AdminConsumersResource(ServiceConsumers consumers) {
        this.consumers = consumers;
    }

    @GET
    public Page<State> all() {
        return new Page<>(consumers.consumers().status().stream().map(State::of).toList(), null);
    }
}
