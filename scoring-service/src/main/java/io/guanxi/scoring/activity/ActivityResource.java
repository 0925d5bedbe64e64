package io.guanxi.scoring.activity;

import io.guanxi.contracts.activity.ActivityType;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.bulk.ImportJob;
import io.guanxi.kit.service.bulk.Imports;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Csv;
import io.guanxi.kit.service.http.FieldError;
import io.guanxi.kit.service.http.Ndjson;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Facts over HTTP. */
@Path("/activities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "activities")
class ActivityResource {

    /** A page of facts, for the documentation. */
    public record FactPage(List<FactCard> items, String next) {}

    /** A page of facts that wait for their client. */
    public record UnresolvedPage(List<ActivityList.Unresolved> items, String next) {}

    /** A page of lines that were no facts. */
    public record RejectedPage(List<ActivityList.Rejected> items, String next) {}

    private final Imports imports;
    private final ActivityIntake intake;
    private final ActivityList list;
    private final Book book;

    ActivityResource(Imports imports, ActivityIntake intake, ActivityList list, Book book) {
        this.imports = imports;
        this.intake = intake;
        this.list = list;
        this.book = book;
    }

    @POST
    @Consumes({Ndjson.TYPE, Csv.TYPE})
    @RolesAllowed(Roles.SYSTEM)
    @Operation(
            operationId = "takeActivities",
            summary = "Take in facts, one JSON object a line, or CSV",
            description =
                    "A fact is known by (source, id): the same again is a DUPLICATE, other content"
                            + " is REJECTED. One about an unknown client waits as UNRESOLVED."
                            + " Up to 10,000 lines (and 16 MiB) are answered at once, more become a"
                            + " job. dryRun decides everything and stores nothing.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each line",
            content = @Content(schema = @Schema(implementation = IntakeReport.class)))
    @APIResponse(
            responseCode = "202",
            description = "A job; Location says where to watch it",
            content = @Content(schema = @Schema(implementation = ImportJob.class)))
    public Response take(
            @Context HttpHeaders headers,
            @NotNull InputStream lines,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        return imports.take(intake, headers, lines, dryRun);
    }

    @GET
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(
            operationId = "listActivities",
            summary = "List the facts about a client, newest first")
    @APIResponseSchema(value = FactPage.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "`parameter.missing`")
    @APIResponse(responseCode = "404", description = "`client.unknown`")
    public Response list(
            @QueryParam("client") UUID client,
            @QueryParam("type") ActivityType type,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        if (client == null) {
            throw Problem.badRequest(
                    "parameter.missing",
                    "Whose facts are asked for?",
                    FieldError.parameter("client", "must be given"));
        }
        book.requireReadable(client);
        return Answers.page(uri, list.of(client, type, paging));
    }

    @GET
    @Path("/unresolved")
    @RolesAllowed({Roles.SYSTEM, Roles.AUDITOR, Roles.OPERATIONS})
    @Operation(
            operationId = "listUnresolvedActivities",
            summary = "List the facts whose client is not known yet, oldest first")
    @APIResponseSchema(value = UnresolvedPage.class, responseCode = "200")
    public Response unresolved(@BeanParam Paging paging, @Context UriInfo uri) {
        return Answers.page(uri, list.unresolved(paging));
    }

    @GET
    @Path("/rejected")
    @RolesAllowed({Roles.SYSTEM, Roles.AUDITOR})
    @Operation(
            operationId = "listRejectedActivities",
            summary = "List the facts that were not taken, newest first, with the reason")
    @APIResponseSchema(value = RejectedPage.class, responseCode = "200")
    public Response rejected(@BeanParam Paging paging, @Context UriInfo uri) {
        return Answers.page(uri, list.rejected(paging));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(operationId = "readActivity", summary = "Read a fact")
    @APIResponseSchema(value = FactCard.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "`parameter.missing`")
    public FactCard read(@PathParam("id") String id, @QueryParam("source") String source) {
        FactCard fact = list.find(key(source, id)).orElseThrow(ActivityResource::unknown);
        if (!book.readable(fact.client())) {
            throw unknown();
        }
        return fact;
    }

    @POST
    @Path("/{id}/reversal")
    @RolesAllowed(Roles.SYSTEM)
    @Operation(
            operationId = "reverseActivity",
            summary = "Take a fact back: it stays as it was and counts no more")
    @APIResponseSchema(value = FactCard.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "`parameter.missing`")
    public FactCard reverse(@PathParam("id") String id, @QueryParam("source") String source) {
        IncomingFact.Key key = key(source, id);
        intake.reverse(key);
        return list.find(key).orElseThrow(ActivityResource::unknown);
    }

    private static IncomingFact.Key key(String source, String id) {
        if (source == null) {
            throw Problem.badRequest(
                    "parameter.missing",
                    "A fact is known by its source and its id.",
                    FieldError.parameter("source", "must be given"));
        }
        return new IncomingFact.Key(source, id);
    }

    private static Problem unknown() {
        return Problem.notFound("activity.unknown");
    }
}
