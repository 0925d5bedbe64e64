package io.guanxi.visit.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Session;
import io.guanxi.kit.eventsourcing.Session.Loaded;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Creation;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.http.Requests;
import io.guanxi.kit.service.past.Changes;
import io.guanxi.kit.service.past.ChangesQuery;
import io.guanxi.kit.service.past.HistoryPage;
import io.guanxi.kit.service.past.PastQuery;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.visit.lifecycle.Visit;
import io.guanxi.visit.lifecycle.VisitCommand;
import io.guanxi.visit.lifecycle.VisitCommand.ChangeVisit;
import io.guanxi.visit.lifecycle.VisitCommand.PlanVisit;
import io.guanxi.visit.lifecycle.VisitEvent;
import io.guanxi.visit.lifecycle.VisitState;
import io.guanxi.visit.lifecycle.VisitStream;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Appointments: made, read, changed. */
@Path("/visits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "visits", description = "Visits planned, made and recorded")
class VisitResource {

    /** A page, for the documentation. */
    public record VisitPage(List<VisitSummary> items, String next) {}

    private static final Aggregate<VisitCommand, Visit, VisitEvent> VISIT = VisitStream.AGGREGATE;

    private static final int FIRST = 1;

    private final EventStore store;
    private final Requests requests;
    private final Translation translation;
    private final Bodies bodies;
    private final Admission admission;
    private final Book book;
    private final KnownVisits visits;
    private final VisitList list;
    private final VisitPast past;

    VisitResource(
            EventStore store,
            Requests requests,
            Translation translation,
            Bodies bodies,
            Admission admission,
            Book book,
            KnownVisits visits,
            VisitList list,
            VisitPast past) {
        this.store = store;
        this.requests = requests;
        this.translation = translation;
        this.bodies = bodies;
        this.admission = admission;
        this.book = book;
        this.visits = visits;
        this.list = list;
        this.past = past;
    }

    // Waits for questions and an append that are shared: a thread that waits should cost little.
    @POST
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM})
    @Operation(operationId = "planVisit", summary = "Make an appointment with a client")
    @APIResponse(
            responseCode = "201",
            description = "Planned; registered less than ten minutes before, it is ad-hoc",
            content = @Content(schema = @Schema(implementation = VisitDocument.class)))
    @APIResponse(responseCode = "404", description = "client.unknown")
    @APIResponse(
            responseCode = "409",
            description = "visit.already-planned, visit.ends-before-it-begins, id.taken")
    @APIResponse(responseCode = "422", description = "idempotency.mismatch, staff.unknown")
    public Response plan(@Valid PlanBody body) {
        admission.requireClient(body.clientId());
        String rmId = admission.visitor(body.rmId());
        Creation creation = requests.create(body.id(), body);
        CommandContext context = creation.context();
        PlanVisit plan = translation.plan(body, rmId, context.recordedAt());
        Done done = run(context, creation.id(), s -> s.create(VISIT, creation.id(), plan));
        UUID id = done.outcome().streamId();
        return Answers.created(done.outcome(), "/visits/" + id, planned(id, done));
    }

    /** Of a visit that begins with this, the answer is what was sent: nothing is read, or noted. */
    private VisitDocument planned(UUID id, Done done) {
        boolean begins = !done.outcome().replayed() && done.outcome().version() == FIRST;
        return begins ? VisitDocument.of(id, done.visit()) : past.answered(id, done.visit());
    }

    @GET
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(operationId = "listVisits", summary = "The visits of the book, newest first")
    @APIResponseSchema(
            value = VisitPage.class,
            responseCode = "200",
            responseDescription = "A page of visits")
    public Response list(
            @QueryParam("rm") String rm,
            @QueryParam("unit") String unit,
            @QueryParam("client") UUID client,
            @QueryParam("state") VisitState state,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        VisitList.Filter filter = new VisitList.Filter(rm, unit, client, state, from, to);
        return Answers.page(uri, list.page(book.scope(), filter, paging));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(
            operationId = "readVisit",
            summary = "A visit, as it is or as it was",
            description = "Its words included; audit reads them by break-glass alone.")
    @APIResponse(
            responseCode = "200",
            description = "The visit",
            content = @Content(schema = @Schema(implementation = VisitDocument.class)))
    @APIResponse(responseCode = "404", description = "visit.unknown")
    public Response read(@PathParam("id") UUID id, @BeanParam PastQuery query) {
        Loaded<VisitDocument> visit = past.read(require(id), query.past());
        return Answers.thing(visit.version(), visit.state());
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(operationId = "listVisitHistory", summary = "What was recorded of a visit")
    @APIResponseSchema(value = HistoryPage.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "visit.unknown")
    public Response history(
            @PathParam("id") UUID id, @BeanParam Paging paging, @Context UriInfo uri) {
        return Answers.page(uri, past.history(require(id), paging));
    }

    @GET
    @Path("/{id}/changes")
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(
            operationId = "listVisitChanges",
            summary = "The fields of a visit that differ between two instants")
    public Changes changes(@PathParam("id") UUID id, @BeanParam ChangesQuery query) {
        return past.changes(require(id), query);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM})
    @Operation(operationId = "changeVisit", summary = "Change time, place, purpose or company")
    @RequestBody(content = @Content(schema = @Schema(implementation = ChangeBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed; to be confirmed again",
            content = @Content(schema = @Schema(implementation = VisitDocument.class)))
    @APIResponse(responseCode = "404", description = "visit.unknown")
    @APIResponse(
            responseCode = "409",
            description = "visit.already-closed, visit.not-planned, visit.ends-before-it-begins")
    @APIResponse(responseCode = "412", description = "version.stale")
    public Response change(@PathParam("id") UUID id, ObjectNode patch) {
        return ask(id, patch, new ChangeVisit(bodies.change(patch)));
    }

    @POST
    @Path("/{id}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM})
    @Operation(operationId = "confirmVisit", summary = "The client agreed to time and place")
    @APIResponse(
            responseCode = "200",
            description = "Confirmed",
            content = @Content(schema = @Schema(implementation = VisitDocument.class)))
    @APIResponse(responseCode = "404", description = "visit.unknown")
    @APIResponse(responseCode = "409", description = "visit.already-closed, visit.not-planned")
    @APIResponse(responseCode = "412", description = "version.stale")
    public Response confirm(@PathParam("id") UUID id, @Valid ConfirmBody body) {
        return ask(id, body, new VisitCommand.ConfirmVisit(body.note()));
    }

    @POST
    @Path("/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM})
    @Operation(operationId = "cancelVisit", summary = "Call a visit off")
    @APIResponse(
            responseCode = "200",
            description = "Called off",
            content = @Content(schema = @Schema(implementation = VisitDocument.class)))
    @APIResponse(responseCode = "404", description = "visit.unknown")
    @APIResponse(
            responseCode = "409",
            description = "visit.already-closed, visit.already-started, visit.not-planned")
    @APIResponse(responseCode = "412", description = "version.stale")
    public Response cancel(@PathParam("id") UUID id, @Valid CancelBody body) {
        return ask(id, body, new VisitCommand.CancelVisit(body.reasonCode(), body.note()));
    }

    /** What is asked is judged by the book now. */
    private Response ask(UUID id, Object body, VisitCommand command) {
        require(id);
        Done done = run(requests.change(body), id, s -> s.execute(VISIT, id, command));
        return Answers.changed(done.outcome(), past.answered(id, done.visit()));
    }

    /** A command's end, and the visit as it left it: it need not be read again. */
    private record Done(CommandOutcome outcome, Visit visit) {}

    private Done run(CommandContext context, UUID id, Function<Session, Visit> decision) {
        AtomicReference<Visit> visit = new AtomicReference<>();
        CommandOutcome outcome =
                store.execute(context, id, session -> visit.set(decision.apply(session)));
        return new Done(
                outcome,
                outcome.replayed() ? store.load(VISIT, outcome.streamId()).state() : visit.get());
    }

    private KnownVisit require(UUID id) {
        return visits.byId(id)
                .filter(v -> admission.readable(v.clientId()))
                .orElseThrow(() -> Problem.notFound(VisitPast.UNKNOWN));
    }
}
