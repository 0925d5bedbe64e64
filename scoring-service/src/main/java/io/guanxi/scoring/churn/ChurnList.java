package io.guanxi.scoring.churn;

import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.http.Cursor;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.scoring.sql.Queries;
import io.guanxi.scoring.sql.Query;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Risks as they were reckoned last, for answers. */
@ApplicationScoped
public class ChurnList {
    private static final String RANKED =
            """
            select assessment.*, book.rm_id, book.unit_id
            from churn_assessment assessment
            join client on client.client_id = assessment.client_id and client.state = 'ACTIVE'
            join book_client book on book.client_id = assessment.client_id
            where assessment.risk is not null
            """;
    private static final String AFTER =
            "(assessment.risk < ? or (assessment.risk = ? and (assessment.twelve_months < ?"
                    + " or (assessment.twelve_months = ? and assessment.client_id > ?))))";

    private final Queries queries;
    private final Book book;
    private final String baseCurrency;

    ChurnList(
            Queries queries,
            Book book,
            @ConfigProperty(name = "guanxi.currency") String baseCurrency) {
        this.queries = queries;
        this.book = book;
        this.baseCurrency = baseCurrency;
    }

    Page<ChurnItem> of(RiskLevel level, String rm, String unit, Paging paging) {
        Query query =
                Query.of(RANKED)
                        .inBook("book", book.scope())
                        .andIf(level == null ? null : level.name(), "assessment.level = ?")
                        .andIf(rm, "book.rm_id = ?")
                        .andIf(unit, "book.unit_id = ?");
        paging.after(3).ifPresent(keys -> after(query, keys));
        query.then(
                "order by assessment.risk desc, assessment.twelve_months desc,"
                        + " assessment.client_id limit ?",
                paging.fetch());
        List<ChurnItem> items =
                queries.run(
                        connection ->
                                query.list(connection, row -> ChurnItem.read(row, baseCurrency)));
        return paging.page(
                items,
                item ->
                        new String[] {
                            item.risk(),
                            item.twelveMonthRevenue().amount(),
                            item.clientId().toString()
                        });
    }

    private static void after(Query query, List<String> keys) {
        try {
            BigDecimal risk = new BigDecimal(keys.get(0));
            BigDecimal revenue = new BigDecimal(keys.get(1));
            query.and(AFTER, risk, risk, revenue, revenue, UUID.fromString(keys.get(2)));
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }

    /**
     * A client's risk with its whole receipt.
     *
     * @param level the level in force, which falls only well below a threshold
     */
    public record Assessment(RiskLevel level, ChurnReceipt receipt) {}

    /** The client's risk as it was reckoned last; empty before the first time. */
    public Optional<Assessment> find(UUID client) {
        Query query =
                Query.of("select level, receipt from churn_assessment where client_id = ?", client);
        return queries
                .run(
                        connection ->
                                query.list(
                                        connection,
                                        row ->
                                                new Assessment(
                                                        RiskLevel.valueOf(row.getString("level")),
                                                        ChurnItem.receipt(row))))
                .stream()
                .findFirst();
    }
}
