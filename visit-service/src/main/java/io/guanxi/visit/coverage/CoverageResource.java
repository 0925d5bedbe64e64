package io.guanxi.visit.coverage;

import io.guanxi.kit.eventsourcing.Session.Loaded;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.past.Changes;
import io.guanxi.kit.service.past.ChangesQuery;
import io.guanxi.kit.service.past.HistoryPage;
import io.guanxi.kit.service.past.PastQuery;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.kit.service.time.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who must be seen, who was, and why. */
@Path("/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "coverage", description = "How often each client must be seen, and whether it was")
@RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
class CoverageResource {

    /** A page, for the documentation. */
    public record CoveragePage(List<CoverageItem> items, String next) {}

    private final Book book;
    private final BusinessClock clock;
    private final CoverageList list;
    private final CoverageSummaries summaries;
    private final CoveragePast past;

    CoverageResource(
            Book book,
            BusinessClock clock,
            CoverageList list,
            CoverageSummaries summaries,
            CoveragePast past) {
        this.book = book;
        this.clock = clock;
        this.list = list;
        this.summaries = summaries;
        this.past = past;
    }

    @GET
    @Operation(
            operationId = "listCoverage",
            summary = "The clients of the book that are owed a contact, the earliest due first")
    @APIResponseSchema(
            value = CoveragePage.class,
            responseCode = "200",
            responseDescription = "A page of clients")
    public Response list(
            @QueryParam("rm") String rm,
            @QueryParam("unit") String unit,
            @QueryParam("tier") String tier,
            @QueryParam("state") CoverageState state,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        CoverageList.Filter filter = new CoverageList.Filter(rm, unit, tier, state);
        return Answers.page(uri, list.page(book.scope(), filter, clock.now(), paging));
    }

    @GET
    @Path("/summary")
    @Operation(
            operationId = "summarizeCoverage",
            summary = "F5: of the cadences due by the end of a month, how many were met in it")
    @APIResponse(
            responseCode = "200",
            description = "Counts, the ratio null where nothing was due",
            content = @Content(schema = @Schema(implementation = CoverageSummary.class)))
    public CoverageSummary summary(
            @QueryParam("rm") String rm,
            @QueryParam("unit") String unit,
            @Parameter(description = "For example 2026-03; this month where left out")
                    @QueryParam("month")
                    String month) {
        return summaries.of(book.scope(), rm, unit, month(month), clock.now());
    }

    @GET
    @Path("/{clientId}")
    @Operation(
            operationId = "explainCoverage",
            summary = "Why a client is due, why overdue, now or then")
    @APIResponse(
            responseCode = "200",
            description = "What is owed, from what it is counted, and how past dates ended",
            content = @Content(schema = @Schema(implementation = CoverageExplanation.class)))
    @APIResponse(responseCode = "404", description = "client.unknown, coverage.unknown")
    public Response explain(@PathParam("clientId") UUID clientId, @BeanParam PastQuery query) {
        book.requireReadable(clientId);
        Loaded<CoverageExplanation> coverage = past.explain(clientId, query.past());
        return Answers.thing(coverage.version(), coverage.state());
    }

    @GET
    @Path("/{clientId}/history")
    @Operation(
            operationId = "listCoverageHistory",
            summary = "List what was recorded of a client's coverage")
    @APIResponseSchema(value = HistoryPage.class, responseCode = "200")
    public Response history(
            @PathParam("clientId") UUID clientId, @BeanParam Paging paging, @Context UriInfo uri) {
        book.requireReadable(clientId);
        return Answers.page(uri, past.history(clientId, paging));
    }

    @GET
    @Path("/{clientId}/changes")
    @Operation(
            operationId = "listCoverageChanges",
            summary = "List the fields of a client's coverage that differ between two instants")
    public Changes changes(@PathParam("clientId") UUID clientId, @BeanParam ChangesQuery query) {
        book.requireReadable(clientId);
        return past.changes(clientId, query);
    }

    private YearMonth month(String text) {
        if (text == null) {
            return YearMonth.from(clock.today());
        }
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.badRequest(
                    "parameter.invalid",
                    "A parameter has no usable value.",
                    FieldError.parameter("month", "must be a month as YYYY-MM"));
        }
    }
}
