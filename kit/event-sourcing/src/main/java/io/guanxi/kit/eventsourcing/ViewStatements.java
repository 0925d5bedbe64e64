package io.guanxi.kit.eventsourcing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategy;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import java.io.UncheckedIOException;
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
    private static final String COLUMNS =
            """
            SELECT a.attname, a.attnum = ANY (i.indkey) AS key
            FROM pg_attribute a JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
            WHERE a.attrelid = to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped
            """;

    /** How a row is written, and by which statements. */
    private record Shape(ObjectWriter json, String upsert, String delete) {}

    private record Column(String name, boolean key) {}

    private final DataSource source;
    private final Map<String, Shape> known = new ConcurrentHashMap<>();

    ViewStatements(DataSource source) {
        this.source = source;
    }

    Append.ViewRow upsert(InlineView<?, ?> view, Object row) {
        Shape shape = of(view);
        return new Append.ViewRow(shape.upsert(), json(shape, row));
    }

    Append.ViewRow delete(InlineView<?, ?> view, Object row) {
        Shape shape = of(view);
        return new Append.ViewRow(shape.delete(), json(shape, row));
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

    private Shape of(InlineView<?, ?> view) {
        return known.computeIfAbsent(
                view.table() + " " + view.rowType().getName(), _ -> build(view));
    }

    private Shape build(InlineView<?, ?> view) {
        List<String> components = components(view);
        List<Column> columns = columns(view.table());
        List<String> names = columns.stream().map(Column::name).toList();
        List<String> keys = columns.stream().filter(Column::key).map(Column::name).toList();
        if (keys.isEmpty() || !names.containsAll(components) || !components.containsAll(keys)) {
            throw new IllegalStateException(
                    "View table %s has columns %s with key %s; its row has %s"
                            .formatted(view.table(), names, keys, components));
        }
        return new Shape(
                json(view.rowType()),
                upsert(view.table(), components, keys),
                delete(view.table(), keys));
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

    private static String json(Shape shape, Object row) {
        try {
            return shape.json().writeValueAsString(row);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the row's members by their columns' names; those of nested values keep theirs. */
    private static ObjectWriter json(Class<?> rowType) {
        PropertyNamingStrategy columns =
                new PropertyNamingStrategy() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public String nameForGetterMethod(
                            MapperConfig<?> config, AnnotatedMethod getter, String name) {
                        return getter.getDeclaringClass() == rowType ? snakeCase(name) : name;
                    }
                };
        return Json.MAPPER.copy().setPropertyNamingStrategy(columns).writerFor(rowType);
    }

    static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
