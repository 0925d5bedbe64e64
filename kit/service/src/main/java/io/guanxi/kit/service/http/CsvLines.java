package io.guanxi.kit.service.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.kit.eventsourcing.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Rows as lines of JSON, one at a time. */
final class CsvLines extends InputStream {
    private static final byte[] NO_OBJECT = {'[', ']', '\n'};

    private final CsvRows rows;
    private List<String> headings;
    private InputStream line = InputStream.nullInputStream();

    CsvLines(InputStream body) {
        this.rows = new CsvRows(body);
    }

    @Override
    public int read() throws IOException {
        int read = line.read();
        while (read < 0 && advance()) {
            read = line.read();
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = line.read(bytes, offset, length);
        while (read < 0 && advance()) {
            read = line.read(bytes, offset, length);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private boolean advance() throws IOException {
        if (headings == null) {
            headings = rows.next();
            if (headings == null) {
                return false;
            }
            check(headings);
        }
        List<String> row = rows.next();
        if (row == null) {
            return false;
        }
        line = new ByteArrayInputStream(row.size() == headings.size() ? json(row) : NO_OBJECT);
        return true;
    }

    private static void check(List<String> headings) {
        if (headings.stream().anyMatch(h -> !h.matches("[A-Za-z][A-Za-z0-9.]{0,99}(\\[])?"))) {
            throw Problem.badRequest(
                    "csv.heading-invalid", "The first row must name the fields of the others.");
        }
    }

    private byte[] json(List<String> row) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).isEmpty()) {
                put(object, headings.get(i), row.get(i));
            }
        }
        byte[] json = Json.MAPPER.writeValueAsBytes(object);
        byte[] whole = java.util.Arrays.copyOf(json, json.length + 1);
        whole[json.length] = '\n';
        return whole;
    }

    private static void put(ObjectNode object, String heading, String cell) {
        int dot = heading.indexOf('.');
        if (dot > 0) {
            String outer = heading.substring(0, dot);
            ObjectNode inner =
                    object.get(outer) instanceof ObjectNode known ? known : object.putObject(outer);
            put(inner, heading.substring(dot + 1), cell);
        } else if (heading.endsWith("[]")) {
            var list = object.putArray(heading.substring(0, heading.length() - 2));
            for (String item : cell.split(";", -1)) {
                list.add(item);
            }
        } else {
            object.put(heading, cell);
        }
    }
}
