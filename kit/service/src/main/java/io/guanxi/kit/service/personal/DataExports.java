package io.guanxi.kit.service.personal;

import com.fasterxml.jackson.core.type.TypeReference;
import io.guanxi.kit.eventsourcing.Aggregate;
import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.kit.service.past.HistoryEntry;
import io.guanxi.kit.service.personal.ClientStreams.EventStream;
import io.guanxi.kit.service.personal.DataExport.Elsewhere;
import io.guanxi.kit.service.personal.DataExport.Thing;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gathers what this service keeps about a client: its streams, every table that names it, and those
 * that a {@link PersonalStore} finds it in.
 */
@ApplicationScoped
class DataExports {
    private static final int MOST = 10_000;
    private static final List<String> SERVICES =
            List.of("client-service", "visit-service", "scoring-service", "notification-service");
    private static final String TABLES =
            """
            select c.table_name from information_schema.columns c
              join information_schema.tables t using (table_schema, table_name)
             where c.table_schema = 'public' and c.column_name = 'client_id'
               and t.table_type = 'BASE TABLE'
             order by 1
            """;
    private static final TypeReference<Map<String, Object>> ROW = new TypeReference<>() {};

    private final EventStore store;
    private final List<ClientStreams> streams;
    private final List<PersonalStore> stores;
    private final javax.sql.DataSource database;
    private final String service;

    DataExports(
            EventStore store,
            @All List<ClientStreams> streams,
            @All List<PersonalStore> stores,
            @DataSource("write") javax.sql.DataSource database,
            @ConfigProperty(name = "guanxi.service") String service) {
        this.store = store;
        this.streams = List.copyOf(streams);
        this.stores = List.copyOf(stores);
        this.database = database;
        this.service = service;
    }

    DataExport of(UUID clientId) {
        try (Connection connection = database.getConnection()) {
            List<Thing> things = new ArrayList<>();
            boolean complete = true;
            for (ClientStreams kind : streams) {
                List<EventStream> found = kind.of(connection, clientId, MOST + 1);
                complete &= found.size() <= MOST;
                found.stream().limit(MOST).map(this::thing).forEach(things::add);
            }
            things.removeIf(thing -> thing.history().isEmpty());
            Map<String, List<Map<String, Object>>> tables = new TreeMap<>();
            for (Map.Entry<String, String> table : tables(connection).entrySet()) {
                List<Map<String, Object>> rows = rows(connection, table.getValue(), clientId);
                complete &= rows.size() <= MOST;
                if (!rows.isEmpty()) {
                    tables.put(table.getKey(), rows.subList(0, Math.min(rows.size(), MOST)));
                }
            }
            return new DataExport(service, clientId, complete, things, tables, others(clientId));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("What is kept of a client cannot be read", e);
        }
    }

    private Thing thing(EventStream stream) {
        return new Thing(
                stream.aggregate().name(), stream.id(), history(stream.aggregate(), stream.id()));
    }

    private <E> List<HistoryEntry> history(Aggregate<?, ?, E> aggregate, UUID id) {
        List<Recorded<E>> events = store.read(aggregate, id, 0);
        return events.stream().map(HistoryEntry::of).toList();
    }

    /**
     * How the client's rows are found, by table. A table is one of our own, by the catalogue or by
     * its store: nothing a caller says becomes SQL.
     */
    private Map<String, String> tables(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TABLES);
                ResultSet row = select.executeQuery()) {
            Map<String, String> tables = new TreeMap<>();
            while (row.next()) {
                String table = row.getString(1);
                tables.put(table, "from \"" + table + "\" where client_id = ?");
            }
            stores.forEach(store -> store.about().ifPresent(sql -> tables.put(store.name(), sql)));
            return tables;
        }
    }

    private static List<Map<String, Object>> rows(
            Connection connection, String about, UUID clientId) throws SQLException, IOException {
        String sql = "select to_jsonb(t) from (select * " + about + " limit ?) t";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, clientId);
            select.setInt(2, MOST + 1);
            try (ResultSet row = select.executeQuery()) {
                List<Map<String, Object>> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(Json.MAPPER.readValue(row.getString(1), ROW));
                }
                return rows;
            }
        }
    }

    private List<Elsewhere> others(UUID clientId) {
        return SERVICES.stream()
                .filter(other -> !other.equals(service))
                .map(other -> new Elsewhere(other, "/clients/" + clientId + "/data-export"))
                .toList();
    }
}
