package io.guanxi.visit.intake;

import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Requests;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.visit.lifecycle.Visit;
import io.guanxi.visit.lifecycle.VisitStream;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happened, reported one by one. */
@Path("/visits/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "visits")
@RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM})
@APIResponse(
        responseCode = "200",
        description =
                "Recorded, whatever the visit's state. A client who is outside the caller's book by"
                        + " now may be reported about, but not read: then id and state alone",
        content = @Content(schema = @Schema(anyOf = {VisitDocument.class, VisitReference.class})))
@APIResponse(
        responseCode = "201",
        description = "Recorded of a visit that nobody planned; answered likewise",
        content = @Content(schema = @Schema(anyOf = {VisitDocument.class, VisitReference.class})))
@APIResponse(responseCode = "404", description = "visit.unknown, client.unknown")
class ReportResource {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final EventStore store;
    private final Requests requests;
    private final Reporting reporting;
    private final Admission admission;
    private final KnownVisits visits;
    private final VisitPast past;

    ReportResource(
            EventStore store,
            Requests requests,
            Reporting reporting,
            Admission admission,
            KnownVisits visits,
            VisitPast past) {
        this.store = store;
        this.requests = requests;
        this.reporting = reporting;
        this.admission = admission;
        this.visits = visits;
        this.past = past;
    }

    @POST
    @Path("/start")
    @Operation(operationId = "startVisit", summary = "A visit began")
    public Response start(@PathParam("id") UUID id, @Valid StartBody body) {
        return report(id, body);
    }

    @POST
    @Path("/log")
    @Operation(operationId = "logVisit", summary = "What came of a visit")
    public Response log(@PathParam("id") UUID id, @Valid LogBody body) {
        return report(id, body);
    }

    @POST
    @Path("/no-show")
    @Operation(operationId = "reportNoShow", summary = "The client was not there")
    public Response noShow(@PathParam("id") UUID id, @Valid NoShowBody body) {
        return report(id, body);
    }

    private Response report(UUID id, ReportBody body) {
        KnownVisit known = visits.byId(id).orElse(null);
        CommandContext context = requests.change(body, known == null ? CREATED : OK);
        Reporting.Told told =
                reporting.admitted(
                        new Reporting.Sent(id, body, body.clientId(), body.rmId(), null),
                        known,
                        DeviceClock.exact(context.recordedAt()));
        CommandOutcome outcome =
                store.execute(
                        context.occurring(told.at()),
                        id,
                        session -> Reporting.carryOut(session, id, told.command()));
        return Answers.changed(outcome, answer(id));
    }

    /** Reporting goes by the book as it was, reading by the book as it is. */
    private Object answer(UUID id) {
        Visit visit = store.load(VisitStream.AGGREGATE, id).state();
        return admission.readable(visit.clientId())
                ? past.answered(id, visit)
                : new VisitReference(id, visit.state());
    }
}
