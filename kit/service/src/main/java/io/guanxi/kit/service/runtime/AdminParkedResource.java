package io.guanxi.kit.service.runtime;

import io.guanxi.kit.eventsourcing.Consumers;
import io.guanxi.kit.eventsourcing.ParkedRecord;
import io.guanxi.kit.service.http.Cursor;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Records that could not be applied: look at them, try them again, or give them up. */
@Path("/admin/parked")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class AdminParkedResource {

    /**
     * A record set aside.
     *
     * @param id of its key at its consumer: what is replayed or dropped together has one id
     * @param reason what went wrong; absent if it only waits behind another
     */
    public record Parked(
            String id,
            String consumer,
            String topic,
            int partition,
            long offset,
            String key,
            String type,
            String reason,
            Instant parkedAt) {

        static Parked of(ParkedRecord parked) {
            return new Parked(
                    Cursor.encode(parked.consumer(), parked.topic(), parked.key()),
                    parked.consumer(),
                    parked.topic(),
                    parked.partition(),
                    parked.offset(),
                    parked.key(),
                    parked.type(),
                    parked.reason(),
                    parked.parkedAt());
        }
    }

    /** How many records were applied. */
    public record Replayed(int applied) {}

    private final ServiceConsumers consumers;

    AdminParkedResource(ServiceConsumers consumers) {
        this.consumers = consumers;
    }

    @GET
    public Page<Parked> all() {
        List<Parked> all =
                consumers.names().stream()
                        .flatMap(
                                name -> consumers.consumers().parked(name, Paging.LARGEST).stream())
                        .map(Parked::of)
                        .toList();
        return new Page<>(all, null);
    }

    @POST
    @Path("/{id}/replay")
    @APIResponse(responseCode = "200", description = "Applied, and its key goes on")
    @APIResponse(responseCode = "409", description = "parked.still-failing; nothing changed")
    public Replayed replay(@PathParam("id") String id) {
        List<String> key = key(id);
        try {
            return new Replayed(consumers.consumers().replay(key.get(0), key.get(1), key.get(2)));
        } catch (Consumers.StillFails e) {
            throw Problem.conflict("parked.still-failing", e.getMessage());
        }
    }

    @POST
    @Path("/{id}/drop")
    @APIResponse(responseCode = "204", description = "Given up")
    public void drop(@PathParam("id") String id) {
        List<String> key = key(id);
        if (!consumers.consumers().drop(key.get(0), key.get(1), key.get(2))) {
            throw Problem.notFound("parked.unknown");
        }
    }

    private List<String> key(String id) {
        try {
            List<String> key = Cursor.decode(id, 3);
            if (consumers.names().contains(key.getFirst())) {
                return key;
            }
        } catch (Problem _) {
            // No id of ours is an unknown id.
        }
        throw Problem.notFound("parked.unknown");
    }
}
