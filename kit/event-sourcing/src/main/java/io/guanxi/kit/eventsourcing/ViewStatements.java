package io.guanxi.kit.eventsourcing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** How an inline view's row reaches its table: whole, as JSON, upserted by the primary key. */
final class ViewStatements {
    private static final Map<String, String> NAMES = new ConcurrentHashMap<>();

    private static final String COLUMNS =
            """
            SELECT a.attname, a.attnum = ANY (i.indkey) AS key
            FROM pg_attribute a JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
            WHERE a.attrelid = to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped
            """;

    private record Pair(String upsert, String delete) {}

    private record Column(String name, boolean key) {}

    private final DataSource source;
    private final Map<String, Pair> known = new ConcurrentHashMap<>();

    ViewStatements(DataSource source) {
        this.source = source;
    }

    Append.ViewRow upsert(InlineView<?, ?> view, Object row) {
        return new Append.ViewRow(of(view).upsert(), json(row));
    }

    Append.ViewRow delete(InlineView<?, ?> view, Object row) {
        return new Append.ViewRow(of(view).delete(), json(row));
    }

    /**
     * @throws IllegalStateException the table has columns that the view does not write
     */
    void requireWhole(InlineView<?, ?> view) {
        List<String> components = components(view);
        List<String> others =
                columns(view.table()).stream()
                        .map(Column::name)
                        .filter(column -> !components.contains(column))
                        .toList();
        if (!others.isEmpty()) {
            throw new IllegalStateException(
                    "View table %s has columns %s that no event fills"
                            .formatted(view.table(), others));
        }
    }

    private Pair of(InlineView<?, ?> view) {
        return known.computeIfAbsent(
                view.table() + " " + view.rowType().getName(), _ -> build(view));
    }

    private Pair build(InlineView<?, ?> view) {
        List<String> components = components(view);
        List<Column> columns = columns(view.table());
        List<String> names = columns.stream().map(Column::name).toList();
        List<String> keys = columns.stream().filter(Column::key).map(Column::name).toList();
        if (keys.isEmpty() || !names.containsAll(components) || !components.containsAll(keys)) {
            throw new IllegalStateException(
                    "View table %s has columns %s with key %s; its row has %s"
                            .formatted(view.table(), names, keys, components));
        }
        return new Pair(upsert(view.table(), components, keys), delete(view.table(), keys));
    }

    private static List<String> components(InlineView<?, ?> view) {
        return Arrays.stream(view.rowType().getRecordComponents())
                .map(RecordComponent::getName)
                .map(ViewStatements::snakeCase)
                .toList();
    }

    private static String upsert(String table, List<String> columns, List<String> keys) {
        String all = quoted(columns, "%s");
        List<String> others = columns.stream().filter(c -> !keys.contains(c)).toList();
        String change =
                others.isEmpty()
                        ? "NOTHING"
                        : "UPDATE SET (%s) = ROW (%s)"
                                .formatted(quoted(others, "%s"), quoted(others, "EXCLUDED.%s"));
        return "INSERT INTO %s (%s) SELECT %s FROM jsonb_populate_recordset(NULL::%s, $1) ON CONFLICT (%s) DO %s"
                .formatted(table, all, all, table, quoted(keys, "%s"), change);
    }

    private static String delete(String table, List<String> keys) {
        String match =
                keys.stream()
                        .map(k -> "t.\"" + k + "\" = r.\"" + k + "\"")
                        .collect(Collectors.joining(" AND "));
        return "DELETE FROM %s t USING jsonb_populate_recordset(NULL::%s, $1) r WHERE %s"
                .formatted(table, table, match);
    }

    private static String quoted(List<String> columns, String form) {
        return columns.stream()
                .map(c -> form.formatted("\"" + c + "\""))
                .collect(Collectors.joining(", "));
    }

    private List<Column> columns(String table) {
        try {
            return Transactions.single(source, connection -> columns(connection, table));
        } catch (SQLException e) {
            throw new StoreException.Unavailable(e);
        }
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getBoolean(2)));
                }
            }
        }
        return columns;
    }

    private static String json(Object row) {
        ObjectNode camel = Json.MAPPER.valueToTree(row);
        ObjectNode snake = JsonNodeFactory.instance.objectNode();
        camel.properties().forEach(field -> snake.set(column(field.getKey()), field.getValue()));
        return snake.toString();
    }

    /** There are as many as the row types have components. */
    private static String column(String component) {
        return NAMES.computeIfAbsent(component, ViewStatements::snakeCase);
    }

    static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
