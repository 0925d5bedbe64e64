package io.guanxi.client.registration;

import io.agroal.api.AgroalDataSource;
import io.guanxi.client.body.ImportReport;
import io.guanxi.client.client.ClientKey;
import io.guanxi.client.client.ClientRefusal;
import io.guanxi.client.registration.Batches.Entry;
import io.guanxi.kit.eventsourcing.EventStore;
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

/**
 * Sorts out the lines that cannot go in: known ids, numbers that are taken, unknown parents. It
 * only spares the batches a refusal; what counts is what the append finds.
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

    /** The lines that may go in; the others' results are added. */
    List<Entry> fresh(List<Entry> entries, List<ImportReport.Line> results) {
        Set<UUID> ids = existing(entries.stream().map(e -> e.client().id()).toList());
        Set<UUID> parents = parents(entries);
        Set<String> taken = taken(entries);
        Set<UUID> seen = new HashSet<>();
        List<Entry> fresh = new ArrayList<>();
        for (Entry entry : entries) {
            Newcomer client = entry.client();
            if (ids.contains(client.id()) || !seen.add(client.id())) {
                results.add(ImportReport.Line.existing(entry.line(), client.id().toString()));
            } else if (client.parentId() != null && !parents.contains(client.parentId())) {
                results.add(refused(entry, ClientRefusal.PARENT_UNKNOWN));
            } else if (keys(client).stream().anyMatch(key -> !taken.add(key))) {
                results.add(refused(entry, ClientRefusal.DUPLICATE));
            } else {
                fresh.add(entry);
            }
        }
        return fresh;
    }

    private static ImportReport.Line refused(Entry entry, ClientRefusal refusal) {
        return ImportReport.Line.refused(
                entry.line(), entry.client().id().toString(), refusal.code(), refusal.detail());
    }

    private List<String> keys(Newcomer client) {
        return clientKeys(client).stream().map(key -> key.scope() + "|" + key.key()).toList();
    }

    private List<ClientKey> clientKeys(Newcomer client) {
        return ClientKey.of(client.details(), client.personal(), fingerprints);
    }

    private Set<UUID> parents(List<Entry> entries) {
        List<UUID> named =
                entries.stream()
                        .map(e -> e.client().parentId())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        Set<UUID> parents = existing(named);
        entries.forEach(e -> parents.add(e.client().id()));
        return parents;
    }

    private Set<UUID> existing(List<UUID> ids) {
        Set<UUID> existing = new HashSet<>();
        read(
                "select client_id from client_view where client_id = any(?)",
                "uuid",
                ids,
                rows -> existing.add(rows.getObject(1, UUID.class)));
        return existing;
    }

    private Set<String> taken(List<Entry> entries) {
        Map<String, List<String>> asked = new HashMap<>();
        for (Entry entry : entries) {
            for (ClientKey key : clientKeys(entry.client())) {
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
            throw new IllegalStateException("The known clients cannot be read.", e);
        }
    }
}
