package io.guanxi.scoring.activity;

import io.guanxi.contracts.activity.ActivityType;
import io.guanxi.kit.service.http.Cursor;
import io.guanxi.kit.service.http.Page;
import io.guanxi.kit.service.http.Paging;
import io.guanxi.scoring.sql.Batch;
import io.guanxi.scoring.sql.Queries;
import io.guanxi.scoring.sql.Query;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Facts, waiting facts and rejected ones, page by page. */
@ApplicationScoped
class ActivityList {
    private final Queries queries;
    private final String baseCurrency;

    ActivityList(Queries queries, @ConfigProperty(name = "guanxi.currency") String baseCurrency) {
        this.queries = queries;
        this.baseCurrency = baseCurrency;
    }

    /** A fact that waits for its client. */
    public record Unresolved(
            String source, String id, String system, String value, Instant receivedAt) {}

    /** A line that was not taken. */
    public record Rejected(
            UUID rejectionId,
            String source,
            String id,
            String code,
            String detail,
            String line,
            Instant receivedAt) {}

    Optional<FactCard> find(IncomingFact.Key key) {
        Query query =
                Query.of(
                        "select " + FactCard.COLUMNS + " from activity where source = ? and id = ?",
                        key.source(),
                        key.id());
        return queries
                .run(connection -> query.list(connection, row -> FactCard.read(row, baseCurrency)))
                .stream()
                .findFirst();
    }

    Page<FactCard> of(UUID client, ActivityType type, Paging paging) {
        Query query =
                Query.of(
                                "select " + FactCard.COLUMNS + " from activity where client_id = ?",
                                client)
                        .andIf(type == null ? null : type.name(), "type = ?");
        paging.after(3)
                .ifPresent(
                        keys ->
                                query.and(
                                        "(at, source, id) < (?, ?, ?)",
                                        instant(keys.get(0)),
                                        keys.get(1),
                                        keys.get(2)));
        query.then("order by at desc, source desc, id desc limit ?", paging.fetch());
        List<FactCard> rows =
                queries.run(
                        connection ->
                                query.list(connection, row -> FactCard.read(row, baseCurrency)));
        return paging.page(
                rows, fact -> new String[] {fact.at().toString(), fact.source(), fact.id()});
    }

    Page<Unresolved> unresolved(Paging paging) {
        Query query =
                Query.of(
                        "select source, id, system, value, received_at from activity_unresolved"
                                + " where true");
        paging.after(3)
                .ifPresent(
                        keys ->
                                query.and(
                                        "(received_at, source, id) > (?, ?, ?)",
                                        instant(keys.get(0)),
                                        keys.get(1),
                                        keys.get(2)));
        query.then("order by received_at, source, id limit ?", paging.fetch());
        List<Unresolved> rows =
                queries.run(
                        connection ->
                                query.list(
                                        connection,
                                        row ->
                                                new Unresolved(
                                                        row.getString("source"),
                                                        row.getString("id"),
                                                        row.getString("system"),
                                                        row.getString("value"),
                                                        Batch.instant(row, "received_at"))));
        return paging.page(
                rows,
                fact -> new String[] {fact.receivedAt().toString(), fact.source(), fact.id()});
    }

    Page<Rejected> rejected(Paging paging) {
        Query query = Query.of("select * from activity_rejected where true");
        paging.after(2)
                .ifPresent(
                        keys ->
                                query.and(
                                        "(received_at, rejection_id) < (?, ?::uuid)",
                                        instant(keys.get(0)),
                                        uuid(keys.get(1))));
        query.then("order by received_at desc, rejection_id desc limit ?", paging.fetch());
        List<Rejected> rows =
                queries.run(
                        connection ->
                                query.list(
                                        connection,
                                        row ->
                                                new Rejected(
                                                        row.getObject("rejection_id", UUID.class),
                                                        row.getString("source"),
                                                        row.getString("id"),
                                                        row.getString("code"),
                                                        row.getString("detail"),
                                                        row.getString("line"),
                                                        Batch.instant(row, "received_at"))));
        return paging.page(
                rows,
                line -> new String[] {line.receivedAt().toString(), line.rejectionId().toString()});
    }

    private static Instant instant(String key) {
        try {
            return Instant.parse(key);
        } catch (DateTimeException e) {
            throw Cursor.invalid();
        }
    }

    private static UUID uuid(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }
}
