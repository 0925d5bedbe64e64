package io.guanxi.kit.service.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A record as columns of CSV, in the form in which CSV is taken: a dot nests, {@code []} makes a
 * list of what stands between semicolons. What is deeper than that is a cell of JSON.
 */
final class CsvColumns {
    private record Column(List<String> path, boolean list) {

        String heading() {
            return String.join(".", path) + (list ? "[]" : "");
        }
    }

    private final List<Column> columns = new ArrayList<>();

    private CsvColumns() {}

    static CsvColumns of(Class<?> record) {
        CsvColumns all = new CsvColumns();
        all.add(record, List.of());
        return all;
    }

    private void add(Class<?> record, List<String> outer) {
        for (RecordComponent component : record.getRecordComponents()) {
            List<String> path = new ArrayList<>(outer);
            path.add(component.getName());
            if (component.getType().isRecord()) {
                add(component.getType(), path);
            } else {
                columns.add(new Column(path, isList(component.getGenericType())));
            }
        }
    }

    private static boolean isList(Type type) {
        return type instanceof ParameterizedType many
                && many.getRawType() instanceof Class<?> raw
                && Collection.class.isAssignableFrom(raw)
                && many.getActualTypeArguments()[0] instanceof Class<?> item
                && !item.isRecord();
    }

    void heading(OutputStream out, String last) throws IOException {
        List<String> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(column.heading()));
        cells.add(last);
        write(out, cells);
    }

    void row(OutputStream out, JsonNode row, String last) throws IOException {
        List<String> cells = new ArrayList<>(columns.size() + 1);
        for (Column column : columns) {
            JsonNode at = row;
            for (String step : column.path()) {
                at = at.path(step);
            }
            cells.add(column.list() ? joined(at) : text(at));
        }
        cells.add(last);
        write(out, cells);
    }

    private static String joined(JsonNode list) {
        List<String> items = new ArrayList<>();
        list.forEach(item -> items.add(text(item)));
        return String.join(";", items);
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static void write(OutputStream out, List<String> cells) throws IOException {
        String line =
                cells.stream().map(CsvColumns::quoted).collect(Collectors.joining(",", "", "\r\n"));
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
