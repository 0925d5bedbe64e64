package io.guanxi.scoring.export;

import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.service.book.Book;
import io.guanxi.kit.service.bulk.ExportKind;
import io.guanxi.kit.service.security.Role;
import io.guanxi.scoring.churn.Churn;
import io.guanxi.scoring.sql.Queries;
import io.guanxi.scoring.sql.Query;
import io.guanxi.scoring.tiers.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Tiers and risks of the own book, as they were told last. */
@ApplicationScoped
class ScoreExport implements ExportKind<ScoreRow> {
    private static final String ROWS =
            """
            select book.client_id, book.rm_id, book.unit_id, t.cohort, t.tier, t.previous_tier,
                   t.provisional, t.score, t.rank, t.cohort_size, t.as_of,
                   t.model_version as tier_model, c.level, c.risk, c.day,
                   c.model_version as risk_model
            from book_client book
            left join client_tier t on t.client_id = book.client_id
            left join client_churn c on c.client_id = book.client_id
            where (t.client_id is not null or c.client_id is not null)
            """;

    private final Queries queries;
    private final Book book;
    private final EventStore store;

    ScoreExport(Queries queries, Book book, EventStore store) {
        this.queries = queries;
        this.book = book;
        this.store = store;
    }

    @Override
    public String name() {
        return "scores";
    }

    @Override
    public Set<Role> readers() {
        return EnumSet.of(Role.RM, Role.SUPERVISOR, Role.HEAD, Role.SYSTEM, Role.AUDITOR);
    }

    @Override
    public Class<ScoreRow> type() {
        return ScoreRow.class;
    }

    @Override
    public List<ScoreRow> page(String after, int rows) {
        Query query =
                Query.of(ROWS)
                        .inBook("book", book.scope())
                        .and(
                                "book.client_id > ?",
                                after == null ? new UUID(0, 0) : UUID.fromString(after))
                        .then("order by book.client_id limit ?", rows);
        return queries.run(connection -> query.list(connection, ScoreRow::read));
    }

    @Override
    public String place(ScoreRow row) {
        return row.clientId().toString();
    }

    @Override
    public Map<String, Instant> changedAt(List<ScoreRow> rows) {
        List<UUID> streams = new ArrayList<>();
        for (ScoreRow row : rows) {
            streams.add(Standing.stream(row.clientId()));
            streams.add(Churn.stream(row.clientId()));
        }
        Map<UUID, Instant> moved = store.changedAt(streams);
        Map<String, Instant> changed = new HashMap<>();
        for (ScoreRow row : rows) {
            Stream.of(Standing.stream(row.clientId()), Churn.stream(row.clientId()))
                    .map(moved::get)
                    .filter(Objects::nonNull)
                    .max(Instant::compareTo)
                    .ifPresent(at -> changed.put(place(row), at));
        }
        return changed;
    }
}
