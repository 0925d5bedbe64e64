package io.guanxi.scoring.activity;

import io.guanxi.scoring.sql.Batch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The facts themselves. */
final class ActivityRows {
    private static final String INSERT =
            """
            insert into activity (source, id, client_id, type, at, day, amount, value,
                                  initiator, account, kind, product, category, digest, received_at)
            select fact.*, ?
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as fact (source, id, client_id, type, at, day, amount, value,
                         initiator, account, kind, product, category, digest)
            order by fact.source, fact.id
            on conflict (source, id) do nothing
            returning source, id
            """;
    private static final String DIGESTS =
            """
            select activity.source, activity.id, activity.digest
            from unnest(?, ?) as asked (source, id)
            join activity on activity.source = asked.source and activity.id = asked.id
            """;

    private ActivityRows() {}

    /** Inserts what is new and answers its keys. */
    static Set<IncomingFact.Key> insert(
            Connection connection, List<ResolvedFact> facts, Instant now) throws SQLException {
        try (Batch<ResolvedFact> batch = Batch.of(connection, INSERT, facts)) {
            return new HashSet<>(
                    batch.with(now)
                            .texts(fact -> fact.key().source())
                            .texts(fact -> fact.key().id())
                            .ids(ResolvedFact::client)
                            .texts(fact -> fact.fact().type().name())
                            .instants(fact -> fact.fact().at())
                            .days(ResolvedFact::day)
                            .numbers(fact -> fact.fact().amount())
                            .numbers(fact -> fact.fact().value())
                            .texts(fact -> fact.attribute("initiator"))
                            .texts(fact -> fact.attribute("account"))
                            .texts(fact -> fact.attribute("kind"))
                            .texts(fact -> fact.attribute("product"))
                            .texts(fact -> fact.attribute("category"))
                            .ids(fact -> fact.incoming().digest())
                            .query(
                                    row ->
                                            new IncomingFact.Key(
                                                    row.getString(1), row.getString(2))));
        }
    }

    /** The digests under which these facts are known, if they are. */
    static Map<IncomingFact.Key, UUID> digests(
            Connection connection, Collection<IncomingFact> facts) throws SQLException {
        return digests(connection, DIGESTS, facts);
    }

    static Map<IncomingFact.Key, UUID> digests(
            Connection connection, String sql, Collection<IncomingFact> facts) throws SQLException {
        Map<IncomingFact.Key, UUID> digests = new HashMap<>();
        if (facts.isEmpty()) {
            return digests;
        }
        try (Batch<IncomingFact> batch = Batch.of(connection, sql, facts)) {
            batch.texts(fact -> fact.key().source())
                    .texts(fact -> fact.key().id())
                    .query(
                            row ->
                                    digests.put(
                                            new IncomingFact.Key(
                                                    row.getString(1), row.getString(2)),
                                            row.getObject(3, UUID.class)));
        }
        return digests;
    }
}
