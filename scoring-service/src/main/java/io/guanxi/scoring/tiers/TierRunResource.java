package io.guanxi.scoring.tiers;

import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Creation;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.http.Requests;
import io.guanxi.kit.service.runtime.Timers;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.kit.service.time.BusinessClock;
import io.guanxi.scoring.tiers.TierRunCommand.RequestTierRun;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tier runs over HTTP. They say how many clients are where, and of no client where it is. */
@Path("/tier-runs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "tiers")
class TierRunResource {

    /** A page of runs, for the documentation. */
    public record TierRunPage(List<TierRunView.Row> items, String next) {}

    private final EventStore store;
    private final Requests requests;
    private final BusinessClock clock;
    private final TierRunList runs;
    private final Timers timers;

    TierRunResource(
            EventStore store,
            Requests requests,
            BusinessClock clock,
            TierRunList runs,
            Timers timers) {
        this.store = store;
        this.requests = requests;
        this.clock = clock;
        this.runs = runs;
        this.timers = timers;
    }

    /**
     * What is asked for.
     *
     * @param id chosen by the caller, or null
     * @param asOf the instant whose day is looked at; null: now
     */
    public record Body(UUID id, Instant asOf) {}

    @POST
    @RolesAllowed({Roles.SYSTEM, Roles.HEAD, Roles.ADMIN})
    @Operation(
            operationId = "requestTierRun",
            summary = "Score and rank every client; carried out behind the answer")
    @APIResponseSchema(value = TierRunView.Row.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`tier-run.already-requested`")
    public Response request(@NotNull Body body) {
        Instant now = clock.now();
        Instant asOf = body.asOf() == null ? now : body.asOf();
        if (asOf.isAfter(now)) {
            throw Problem.badRequest(
                    "field.invalid",
                    "A run looks at what has happened.",
                    new FieldError("/asOf", "must not be in the future"));
        }
        Creation creation = requests.create(body.id(), body);
        UUID run = creation.id();
        CommandOutcome outcome =
                store.execute(
                        creation.context(), TierRun.AGGREGATE, run, new RequestTierRun(run, asOf));
        timers.poke(TierRunTimer.TIMER);
        return Answers.created(outcome, "/tier-runs/" + run, runs.get(run));
    }

    @GET
    @RolesAllowed({
        Roles.SUPERVISOR,
        Roles.HEAD,
        Roles.OPERATIONS,
        Roles.SYSTEM,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @Operation(operationId = "listTierRuns", summary = "List tier runs, newest first")
    @APIResponseSchema(value = TierRunPage.class, responseCode = "200")
    public Response list(@BeanParam Paging paging, @Context UriInfo uri) {
        return Answers.page(uri, runs.list(paging));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.SUPERVISOR,
        Roles.HEAD,
        Roles.OPERATIONS,
        Roles.SYSTEM,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @Operation(operationId = "readTierRun", summary = "Read a tier run")
    public TierRunView.Row read(@PathParam("id") UUID id) {
        return runs.get(id);
    }

    @GET
    @Path("/{id}/migrations")
    @RolesAllowed({
        Roles.SUPERVISOR,
        Roles.HEAD,
        Roles.OPERATIONS,
        Roles.SYSTEM,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @Operation(
            operationId = "readTierMigrations",
            summary = "Read how many clients, and how much revenue, moved from which tier to which")
    public MigrationMatrix migrations(@PathParam("id") UUID id) {
        runs.get(id);
        return runs.migrations(id);
    }
}
