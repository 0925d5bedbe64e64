package io.guanxi.scoring.tiers;

import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.contracts.scores.Tier;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.security.Roles;
import io.guanxi.scoring.sql.Queries;
import io.guanxi.scoring.sql.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How many clients of the own book are in which tier. */
@Path("/tiers/summary")
@Tag(name = "tiers")
class TierSummaryResource {
    private static final String COUNTS =
            """
            select told.cohort, told.tier, count(*) as clients,
                   count(*) filter (where told.provisional) as provisional
            from client_tier told
            join client on client.client_id = told.client_id and client.state = 'ACTIVE'
            join book_client book on book.client_id = told.client_id
            where true
            """;

    private final Queries queries;
    private final Book book;

    TierSummaryResource(Queries queries, Book book) {
        this.queries = queries;
        this.book = book;
    }

    public record Summary(List<CohortSummary> cohorts) {}

    /**
     * A cohort's clients by tier.
     *
     * @param provisional how many of them are not ranked yet
     */
    public record CohortSummary(
            ClientKind cohort, long clients, long provisional, Map<Tier, Long> tiers) {}

    private record Count(ClientKind cohort, Tier tier, long clients, long provisional) {}

    @GET
    @RolesAllowed({Roles.RM, Roles.SUPERVISOR, Roles.HEAD, Roles.SYSTEM, Roles.AUDITOR})
    @Operation(
            operationId = "readTierSummary",
            summary = "Read the number of clients per cohort and tier in the own book")
    public Summary read() {
        Query query =
                Query.of(COUNTS)
                        .inBook("book", book.scope())
                        .then("group by told.cohort, told.tier");
        List<Count> counts =
                queries.run(
                        connection ->
                                query.list(
                                        connection,
                                        row ->
                                                new Count(
                                                        ClientKind.valueOf(row.getString("cohort")),
                                                        Tier.valueOf(row.getString("tier")),
                                                        row.getLong("clients"),
                                                        row.getLong("provisional"))));
        List<CohortSummary> cohorts = new ArrayList<>();
        for (ClientKind kind : ClientKind.values()) {
            cohorts.add(summary(kind, counts));
        }
        return new Summary(cohorts);
    }

    private static CohortSummary summary(ClientKind kind, List<Count> counts) {
        Map<Tier, Long> tiers = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            tiers.put(tier, 0L);
        }
        long clients = 0;
        long provisional = 0;
        for (Count count : counts) {
            if (count.cohort() == kind) {
                tiers.put(count.tier(), count.clients());
                clients += count.clients();
                provisional += count.provisional();
            }
        }
        return new CohortSummary(kind, clients, provisional, tiers);
    }
}
