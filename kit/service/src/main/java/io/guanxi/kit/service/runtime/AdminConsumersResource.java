package io.guanxi.kit.service.runtime;

import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** How far each consumer has read. */
@Path("/admin/consumers")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class AdminConsumersResource {
    private final ServiceConsumers consumers;

    AdminConsumersResource(ServiceConsumers consumers) {
        this.consumers = consumers;
    }

    @GET
    public Map<String, List<ServiceConsumers.State>> all() {
        return Map.of("items", consumers.status());
    }
}
