package io.guanxi.scoring.activity;

import io.guanxi.scoring.sql.Batch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Facts that wait for their client. */
final class UnresolvedRows {
    private static final String INSERT =
            """
            insert into activity_unresolved (source, id, system, value, digest, line, received_at)
            select fact.*, ?
            from unnest(?, ?, ?, ?, ?, ?) as fact (source, id, system, value, digest, line)
            order by fact.source, fact.id
            on conflict (source, id) do nothing
            returning source, id
            """;
    private static final String DIGESTS =
            """
            select waiting.source, waiting.id, waiting.digest
            from unnest(?, ?) as asked (source, id)
            join activity_unresolved waiting
                on waiting.source = asked.source and waiting.id = asked.id
            """;
    private static final String RESOLVABLE =
            """
            select waiting.line
            from activity_unresolved waiting
            join client_number number
                on number.system = waiting.system and number.value = waiting.value
            order by waiting.source, waiting.id
            limit ?
            for update of waiting skip locked
            """;
    private static final String DELETE =
            """
            delete from activity_unresolved waiting
            using unnest(?, ?) as done (source, id)
            where waiting.source = done.source and waiting.id = done.id
            """;

    private UnresolvedRows() {}

    static Set<IncomingFact.Key> insert(
            Connection connection, List<IncomingFact> facts, Instant now) throws SQLException {
        if (facts.isEmpty()) {
            return Set.of();
        }
        try (Batch<IncomingFact> batch = Batch.of(connection, INSERT, facts)) {
            return new HashSet<>(
                    batch.with(now)
                            .texts(fact -> fact.key().source())
                            .texts(fact -> fact.key().id())
                            .texts(fact -> fact.number().system())
                            .texts(fact -> fact.number().value())
                            .ids(IncomingFact::digest)
                            .texts(IncomingFact::text)
                            .query(
                                    row ->
                                            new IncomingFact.Key(
                                                    row.getString(1), row.getString(2))));
        }
    }

    static Map<IncomingFact.Key, UUID> digests(
            Connection connection, Collection<IncomingFact> facts) throws SQLException {
        return ActivityRows.digests(connection, DIGESTS, facts);
    }

    /** The lines of facts whose client has become known meanwhile, held until the commit. */
    static List<String> resolvable(Connection connection, int limit) throws SQLException {
        try (Batch<Void> batch = Batch.of(connection, RESOLVABLE, List.of())) {
            return batch.with(limit).query(row -> row.getString(1));
        }
    }

    static void delete(Connection connection, List<IncomingFact> facts) throws SQLException {
        try (Batch<IncomingFact> batch = Batch.of(connection, DELETE, facts)) {
            batch.texts(fact -> fact.key().source()).texts(fact -> fact.key().id()).update();
        }
    }
}
