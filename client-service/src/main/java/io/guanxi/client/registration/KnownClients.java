package io.guanxi.client.registration;

import io.agroal.api.AgroalDataSource;
import io.guanxi.client.client.ClientKey;
import io.guanxi.client.client.ClientRefusal;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Refusal;
import io.guanxi.kit.eventsourcing.StoreException;
import io.guanxi.kit.service.bulk.BulkLine;
import io.guanxi.kit.service.personal.Identifiers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Sorts out the lines that cannot go in: numbers that are taken, unknown parents. It only spares
 * the batches a refusal; what counts is what the append finds.
 */
@ApplicationScoped
class KnownClients {
    private final AgroalDataSource database;
    private final EventStore store;
    private final Identifiers fingerprints;

    KnownClients(AgroalDataSource database, EventStore store, Identifiers fingerprints) {
        this.database = database;
        this.store = store;
        this.fingerprints = fingerprints;
    }

    /** Why lines cannot go in, by their numbers. */
    Map<Integer, Refusal> refusals(List<BulkLine<Newcomer>> lines, Predicate<UUID> decided) {
        Set<UUID> parents = parents(lines);
        Set<String> taken = taken(lines);
        Map<Integer, Refusal> refusals = new HashMap<>();
        for (BulkLine<Newcomer> line : lines) {
            UUID parent = line.body().parentId();
            if (parent != null && !parents.contains(parent) && !decided.test(parent)) {
                refusals.put(line.number(), ClientRefusal.PARENT_UNKNOWN);
            } else if (keys(line.body()).stream().anyMatch(key -> !taken.add(key))) {
                refusals.put(line.number(), ClientRefusal.DUPLICATE);
            }
        }
        return refusals;
    }

    private List<String> keys(Newcomer client) {
        return clientKeys(client).stream().map(key -> key.scope() + "|" + key.key()).toList();
    }

    private List<ClientKey> clientKeys(Newcomer client) {
        return ClientKey.of(client.details(), client.personal(), fingerprints);
    }

    private Set<UUID> parents(List<BulkLine<Newcomer>> lines) {
        List<UUID> named =
                lines.stream()
                        .map(line -> line.body().parentId())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        Set<UUID> parents = existing(named);
        lines.forEach(line -> parents.add(line.target()));
        return parents;
    }

    Set<UUID> existing(List<UUID> ids) {
        Set<UUID> existing = new HashSet<>();
        read(
                "select client_id from client_view where client_id = any(?)",
                "uuid",
                ids,
                rows -> existing.add(rows.getObject(1, UUID.class)));
        return existing;
    }

    private Set<String> taken(List<BulkLine<Newcomer>> lines) {
        Map<String, List<String>> asked = new HashMap<>();
        for (BulkLine<Newcomer> line : lines) {
            for (ClientKey key : clientKeys(line.body())) {
                asked.computeIfAbsent(key.scope(), _ -> new ArrayList<>()).add(key.key());
            }
        }
        Set<String> taken = new HashSet<>();
        asked.forEach(
                (scope, keys) ->
                        store.holders(scope, keys)
                                .keySet()
                                .forEach(key -> taken.add(scope + "|" + key)));
        return taken;
    }

    /** Takes a row. */
    private interface Reading {
        void row(ResultSet rows) throws SQLException;
    }

    private void read(String sql, String type, List<?> values, Reading reading) {
        if (values.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            Array array = connection.createArrayOf(type, values.toArray());
            query.setArray(1, array);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    reading.row(rows);
                }
            }
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
    }
}
