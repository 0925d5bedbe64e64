package io.guanxi.scoring.receipt;

import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Past;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.http.Answers;
import io.guanxi.kit.service.http.Cursor;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.kit.service.http.Problem;
import io.guanxi.kit.service.past.Changes;
import io.guanxi.kit.service.past.ChangesQuery;
import io.guanxi.kit.service.past.FieldChange;
import io.guanxi.kit.service.past.PastQuery;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.scoring.churn.Churn;
import io.guanxi.scoring.churn.ChurnEvent;
import io.guanxi.scoring.churn.ChurnList;
import io.guanxi.scoring.tiers.Standing;
import io.guanxi.scoring.tiers.Standings;
import io.guanxi.scoring.tiers.TierEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Receipts over HTTP: read as they were stored, never reckoned again. */
@Path("/scores/{clientId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "scores")
class ScoreResource {

    /** A page of what was recorded, for the documentation. */
    public record HistoryPage(List<HistoryItem> items, String next) {}

    private final Standings standings;
    private final ChurnList risks;
    private final EventStore store;
    private final Book book;

    ScoreResource(Standings standings, ChurnList risks, EventStore store, Book book) {
        this.standings = standings;
        this.risks = risks;
        this.store = store;
        this.book = book;
    }

    @GET
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(
            operationId = "readScores",
            summary = "Read a client's tier and churn risk with their receipts",
            description = "As they are, or as they had been told last by then.")
    public ScoreCard read(@PathParam("clientId") UUID clientId, @BeanParam PastQuery query) {
        book.requireReadable(clientId);
        ScoreCard card = query.past().isNow() ? now(clientId) : told(clientId, query.past());
        return present(card);
    }

    @GET
    @Path("/changes")
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(
            operationId = "listScoreChanges",
            summary = "List what differs in a client's scores, as told, between two instants")
    public Changes changes(@PathParam("clientId") UUID clientId, @BeanParam ChangesQuery query) {
        book.requireReadable(clientId);
        ScoreCard after = present(told(clientId, query.after()));
        return new Changes(FieldChange.between(told(clientId, query.before()), after));
    }

    private ScoreCard now(UUID clientId) {
        return new ScoreCard(
                clientId, standings.find(clientId).orElse(null), risks.find(clientId).orElse(null));
    }

    private ScoreCard told(UUID clientId, Past past) {
        List<Recorded<TierEvent>> tiers =
                store.read(Standing.AGGREGATE, Standing.stream(clientId), past);
        List<Recorded<ChurnEvent>> churns =
                store.read(Churn.AGGREGATE, Churn.stream(clientId), past);
        return new ScoreCard(
                clientId,
                tiers.isEmpty() ? null : tier(tiers.getLast().event()),
                churns.isEmpty() ? null : churn(churns.getLast().event()));
    }

    private static TierEvent.TierChanged tier(TierEvent event) {
        return switch (event) {
            case TierEvent.TierChanged changed -> changed;
        };
    }

    private static ChurnList.Assessment churn(ChurnEvent event) {
        return switch (event) {
            case ChurnEvent.RiskChanged(_, var level, _, var receipt) ->
                    new ChurnList.Assessment(level, receipt);
        };
    }

    private static ScoreCard present(ScoreCard card) {
        if (card.tier() == null && card.churn() == null) {
            throw Problem.notFound("score.unknown");
        }
        return card;
    }

    @GET
    @Path("/history")
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(
            operationId = "readScoreHistory",
            summary = "List what was recorded about a client's scores, newest first")
    @APIResponseSchema(value = HistoryPage.class, responseCode = "200")
    public Response history(
            @PathParam("clientId") UUID clientId, @BeanParam Paging paging, @Context UriInfo uri) {
        book.requireReadable(clientId);
        long before = paging.after(1).map(ScoreResource::position).orElse(Long.MAX_VALUE);
        List<HistoryItem> items = new ArrayList<>();
        store.read(Standing.AGGREGATE, Standing.stream(clientId), 0)
                .forEach(event -> items.add(HistoryItem.of(event)));
        store.read(Churn.AGGREGATE, Churn.stream(clientId), 0)
                .forEach(event -> items.add(HistoryItem.of(event)));
        List<HistoryItem> rows =
                items.stream()
                        .filter(item -> item.position() < before)
                        .sorted(Comparator.comparingLong(HistoryItem::position).reversed())
                        .limit(paging.fetch())
                        .toList();
        Page<HistoryItem> page =
                paging.page(rows, item -> new String[] {Long.toString(item.position())});
        return Answers.page(uri, page);
    }

    private static long position(List<String> keys) {
        try {
            return Long.parseLong(keys.getFirst());
        } catch (NumberFormatException e) {
            throw Cursor.invalid();
        }
    }
}
