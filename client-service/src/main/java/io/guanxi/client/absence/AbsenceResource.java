package io.guanxi.client.absence;

import io.guanxi.client.body.Shape;
import io.guanxi.kit.eventsourcing.CommandOutcome;
import io.guanxi.kit.eventsourcing.Session.Loaded;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.book.BookScope;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Creation;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.http.Requests;
import io.guanxi.kit.service.past.Changes;
import io.guanxi.kit.service.past.ChangesQuery;
import io.guanxi.kit.service.past.HistoryPage;
import io.guanxi.kit.service.past.PastQuery;
import io.guanxi.kit.service.security.Caller;
import io.guanxi.kit.service.security.Role;
import io.guanxi.kit.service.security.Roles;
import io.quarkus.panache.common.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Absences over HTTP: one's own, and those of the people in one's charge. */
@Path("/absences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "absences")
class AbsenceResource {

    /** A page of absences, for the documentation. */
    record AbsencePage(List<AbsenceCard> items, String next) {}

    private static final UUID FIRST = new UUID(0, 0);

    private final Absences absences;
    private final Book book;
    private final Caller caller;
    private final Requests requests;

    AbsenceResource(Absences absences, Book book, Caller caller, Requests requests) {
        this.absences = absences;
        this.book = book;
        this.caller = caller;
        this.requests = requests;
    }

    @POST
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.ADMIN})
    @APIResponseSchema(value = AbsenceCard.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "`staff.unknown`")
    @Operation(
            operationId = "recordAbsence",
            summary = "Record an absence and its cover",
            description =
                    "The cover begins and ends by the clock. Without one the supervisor covers.")
    public Response record(@NotNull @Valid AbsenceBody body) {
        requireCharge(body.staffId(), "staff.unknown");
        Creation creation = requests.create(body.id(), body);
        boolean anyUnit = caller.is(Role.SUPERVISOR, Role.HEAD, Role.SYSTEM, Role.ADMIN);
        CommandOutcome outcome = absences.record(creation.id(), body, anyUnit, creation.context());
        return Answers.created(
                outcome, "/absences/" + creation.id(), absences.find(creation.id()).state());
    }

    @GET
    @RolesAllowed({
        Roles.RM,
        Roles.SUPERVISOR,
        Roles.HEAD,
        Roles.SYSTEM,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @APIResponseSchema(value = AbsencePage.class, responseCode = "200")
    @Operation(operationId = "listAbsences", summary = "List absences, by id")
    public Response list(
            @QueryParam("staff") @Pattern(regexp = Shape.CODE) String staff,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        UUID after = paging.after(1, keys -> UUID.fromString(keys.getFirst())).orElse(FIRST);
        BookScope scope = book.scope();
        boolean all = scope.all() || caller.is(Role.ADMIN);
        Set<String> rms = scope.rmIds().isEmpty() ? Set.of("") : scope.rmIds();
        var rows =
                CoverRow.<CoverRow>find(
                                "absenceId > :after and (:staff is null or staffId = :staff)"
                                        + " and (:all = true or staffId in (:rms)"
                                        + " or coverId = :me) order by absenceId",
                                Parameters.with("after", after)
                                        .and("staff", staff)
                                        .and("all", all)
                                        .and("rms", rms)
                                        .and("me", caller.id()))
                        .page(0, paging.fetch())
                        .list();
        return Answers.page(
                uri,
                paging.page(rows, row -> new String[] {row.absenceId.toString()})
                        .map(CoverRow::shown));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.RM,
        Roles.SUPERVISOR,
        Roles.HEAD,
        Roles.SYSTEM,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @APIResponseSchema(value = AbsenceCard.class, responseCode = "200")
    @Operation(operationId = "readAbsence", summary = "Read an absence, as it is or as it was")
    public Response read(@PathParam("id") UUID id, @BeanParam PastQuery query) {
        requireSeen(id);
        Loaded<AbsenceCard> absence = absences.past().at(id, query.past());
        return Answers.thing(absence.version(), absence.state());
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({
        Roles.RM,
        Roles.SUPERVISOR,
        Roles.HEAD,
        Roles.SYSTEM,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @APIResponseSchema(value = HistoryPage.class, responseCode = "200")
    @Operation(operationId = "listAbsenceHistory", summary = "List what was recorded of an absence")
    public Response history(
            @PathParam("id") UUID id, @BeanParam Paging paging, @Context UriInfo uri) {
        requireSeen(id);
        return Answers.page(uri, absences.past().history(id, paging));
    }

    @GET
    @Path("/{id}/changes")
    @RolesAllowed({
        Roles.RM,
        Roles.SUPERVISOR,
        Roles.HEAD,
        Roles.SYSTEM,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @Operation(
            operationId = "listAbsenceChanges",
            summary = "List the fields of an absence that differ between two instants")
    public Changes changes(@PathParam("id") UUID id, @BeanParam ChangesQuery query) {
        requireSeen(id);
        return absences.past().changes(id, query);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.ADMIN})
    @APIResponseSchema(value = AbsenceCard.class, responseCode = "200")
    @Operation(operationId = "cancelAbsence", summary = "Cancel an absence; its cover ends now")
    public Response cancel(@PathParam("id") UUID id) {
        requireCharge(absences.find(id).state().staffId(), AbsenceRefusal.UNKNOWN.code());
        CommandOutcome outcome = absences.cancel(id, requests.change(Map.of()));
        return Answers.changed(outcome, absences.find(id).state());
    }

    private void requireSeen(UUID id) {
        AbsenceCard absence = absences.find(id).state();
        boolean covers = caller.id().equals(absence.coverId());
        if (!covers && !caller.is(Role.AUDITOR)) {
            requireCharge(absence.staffId(), AbsenceRefusal.UNKNOWN.code());
        }
    }

    private void requireCharge(String staffId, String unknown) {
        if (caller.is(Role.ADMIN, Role.SYSTEM) || staffId.equals(caller.id())) {
            return;
        }
        boolean leads = caller.is(Role.SUPERVISOR, Role.HEAD);
        if (!leads || !inCharge(staffId)) {
            throw Problem.notFound(unknown);
        }
    }

    /** Of the unit's subtree; covering somebody is no charge of them. */
    private boolean inCharge(String staffId) {
        Set<String> units = book.scope().unitIds();
        return book.staff(staffId).filter(s -> units.contains(s.unitId())).isPresent();
    }
}
