package io.guanxi.kit.service.toy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Ndjson;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.Role;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/** Something of every kind that a service has, to walk the conduct of all. */
@Path("/toys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ToyResource {

    /** A body with a field of every type. */
    public record Toy(
            @NotBlank @Size(max = 10) String name,
            int pieces,
            BigDecimal price,
            UUID owner,
            Instant since,
            Kind kind,
            List<@Valid Part> parts) {}

    public record Part(@Max(5) int size) {}

    public enum Kind {
        BALL,
        DOLL
    }

    private static final Logger LOG = Logger.getLogger(ToyResource.class);

    private final Caller caller;
    private final Book book;

    ToyResource(Caller caller, Book book) {
        this.caller = caller;
        this.book = book;
    }

    @POST
    @Path("/echo")
    public Toy echo(@Valid Toy toy) {
        return toy;
    }

    @PATCH
    @Path("/{id}")
    public ObjectNode patch(@PathParam("id") UUID id, ObjectNode patch) {
        return patch;
    }

    @GET
    public Response list(
            @BeanParam Paging paging,
            @QueryParam("kind") Kind kind,
            @QueryParam("min") Integer min,
            @QueryParam("at") Instant at,
            @Context UriInfo uri) {
        int from = paging.after(1, keys -> Integer.parseInt(keys.getFirst())).orElse(0);
        List<Integer> rows =
                IntStream.rangeClosed(from + 1, 120).limit(paging.fetch()).boxed().toList();
        Page<Integer> page = paging.page(rows, last -> new String[] {last.toString()});
        return Answers.page(uri, page.map(n -> Map.of("n", n)));
    }

    @GET
    @Path("/{id}")
    public Map<String, Object> one(@PathParam("id") UUID id) {
        throw Problem.notFound("toy.unknown");
    }

    @GET
    @Path("/clients/{clientId}")
    public Map<String, Object> client(@PathParam("clientId") UUID clientId) {
        book.requireReadable(clientId);
        return Map.of("clientId", clientId);
    }

    @POST
    @Path("/lines")
    @Consumes(Ndjson.TYPE)
    public Map<String, Object> lines(InputStream in) {
        AtomicInteger lines = new AtomicInteger();
        Ndjson.lines(in, (_, _) -> lines.incrementAndGet());
        return Map.of("lines", lines.get());
    }

    @GET
    @Path("/me")
    public Map<String, Object> me() {
        Set<Role> roles = caller.roles();
        return Map.of("id", caller.id(), "roles", roles);
    }

    @GET
    @Path("/admin-only")
    @RolesAllowed(Roles.ADMIN)
    public String admin() {
        return "\"yes\"";
    }

    @GET
    @Path("/full")
    public String full() {
        throw new StoreException.Busy();
    }

    /** Says to the log what it hears, as a message and in a failure. */
    @GET
    @Path("/said/{said}")
    @Operation(hidden = true)
    public String said(@PathParam("said") String said, @HeaderParam("X-Said") String header) {
        LOG.infof("Heard %s and %s", said, header);
        throw new IllegalStateException(said + " and " + header);
    }

    @GET
    @Path("/broken")
    public String broken() {
        throw new IllegalStateException("secret detail");
    }
}
