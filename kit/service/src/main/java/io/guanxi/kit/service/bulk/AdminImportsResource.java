package io.guanxi.kit.service.bulk;

import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The imports of a service, newest first. */
@Path("/admin/imports")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class AdminImportsResource {
    private static final Place NEWEST =
            new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1L, -1L));

    private final ImportTable table;

    AdminImportsResource(ImportTable table) {
        this.table = table;
    }

    @GET
    public Page<ImportJob> all(@BeanParam Paging paging) {
        Place after = paging.after(2, Place::of).orElse(NEWEST);
        return paging.page(
                table.newest(after.at(), after.id(), paging.fetch()),
                job -> new String[] {job.requestedAt().toString(), job.id().toString()});
    }

    private record Place(Instant at, UUID id) {

        static Place of(List<String> keys) {
            return new Place(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)));
        }
    }
}
